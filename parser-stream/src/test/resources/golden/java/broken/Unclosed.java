package a;

class Unclosed {
  int x = 1;

  void m() {
    call(x);
