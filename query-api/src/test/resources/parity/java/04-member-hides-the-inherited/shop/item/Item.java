package shop.item;

import shop.base.Middle;

public class Item extends Middle {
  public String name = "item";

  @Override
  public int price() {
    return 3;
  }

  public Item self() {
    return this;
  }
}
