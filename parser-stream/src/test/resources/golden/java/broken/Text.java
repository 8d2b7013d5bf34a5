class Text {
  String s = "never closed;
  int next = 2;
  void m() { next(); }
}
