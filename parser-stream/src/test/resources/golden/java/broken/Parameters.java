class Parameters {
  void m(int a, , String b) {
    use(a, b);
  }

  int after() { return 1; }
}
