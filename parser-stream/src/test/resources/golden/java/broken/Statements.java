class Statements {
  void m() {
    if (a {
      b();
    }
    for (int i = 0; i <) { c(i); }
    int = 3;
    d.;
    e();
  }
  void n() {}
}
