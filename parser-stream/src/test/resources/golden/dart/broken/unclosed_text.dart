void first() {
  print('never closed);
}
void second() => work();
class After { void member() {} }
