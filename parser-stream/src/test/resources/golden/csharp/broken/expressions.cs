class A {
  int F() { return x. ; }
  int G() { return y.z(1, ; }
  string H => Name;
}
