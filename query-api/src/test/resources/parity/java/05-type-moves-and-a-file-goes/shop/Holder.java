package shop;

import shop.item.Item;

public class Holder {
  public Item item() {
    return new Item();
  }
}
