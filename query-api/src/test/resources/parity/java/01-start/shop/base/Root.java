package shop.base;

public class Root {
  public int price() {
    return 1;
  }

  public Root self() {
    return this;
  }
}
