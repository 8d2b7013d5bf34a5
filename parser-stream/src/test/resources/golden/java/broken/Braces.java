class Braces {
  void m() { a(); }}
  void n() { b(); }
}
class Next { int x; }
