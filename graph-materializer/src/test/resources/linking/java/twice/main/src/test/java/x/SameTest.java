package x;

class SameTest {
  Same same = new Same();
  void test() { same.there(); same.here(); }
}
