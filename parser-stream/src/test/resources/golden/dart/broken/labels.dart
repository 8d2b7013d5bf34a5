// The grammar does not know labels of loops.
void f(List<int> list) {
  outer:
  for (final a in list) {
    continue outer;
  }
  after();
}
