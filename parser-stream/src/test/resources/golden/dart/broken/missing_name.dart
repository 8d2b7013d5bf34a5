class {
  void lost() {}
}
int = 3;
void good() => fine();
