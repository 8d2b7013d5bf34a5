package shop.item;

import shop.base.Middle;

public class Item extends Middle {
  public String name = "item";
}
