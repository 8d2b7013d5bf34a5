class A {
  #x = ;
  static { this.y = 1;
  get () { return 1; }
  m() { a(); }
}
function after() {}
