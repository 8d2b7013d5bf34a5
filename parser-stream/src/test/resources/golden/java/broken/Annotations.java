@interface {
}
@Test(
class Annotated {
  @Override(
  void m() { a(); }
  @
  int x;
}
