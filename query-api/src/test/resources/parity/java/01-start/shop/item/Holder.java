package shop.item;

public class Holder {
  private final Item item = new Item();

  public Item item() {
    return item;
  }
}
