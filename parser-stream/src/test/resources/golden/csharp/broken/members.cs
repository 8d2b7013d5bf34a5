class A {
  [Fact void M() { }
  [Obsolete( ] int x;
  public public static N();
  event Foo;
  int this[ { get; }
  operator +(A a) => a;
  void O<T() where T : { Go<T>(); }
}
