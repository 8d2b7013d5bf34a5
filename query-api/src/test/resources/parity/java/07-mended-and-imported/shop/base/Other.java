package shop.base;

public class Other {
  public int price() {
    return 2;
  }
}
