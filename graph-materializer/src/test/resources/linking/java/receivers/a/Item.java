package a;

public class Item {
  public String name;

  public Item(String name) {
    this.name = name;
  }

  public int price() {
    return 1;
  }
}
