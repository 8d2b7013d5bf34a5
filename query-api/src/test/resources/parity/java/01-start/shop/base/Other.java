package shop.base;

public class Other {
  public int price() {
    return 2;
  }

  public int price(int count) {
    return count;
  }
}
