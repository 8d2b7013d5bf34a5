class A {
  string s = "never closed;
  void M() { Go(); }
}
class B { void N() { Stop(); } }
