@
class A {
  @dec( method() { a(); }
  @ok() other() { b(); }
}
