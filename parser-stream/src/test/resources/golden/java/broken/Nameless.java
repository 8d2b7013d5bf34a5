class {
  void lost() { call(); }
}

class Named {
  void found() {}
}
