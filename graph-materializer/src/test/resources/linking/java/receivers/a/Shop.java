package a;

import java.util.*;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.outside.Box;
import static a.Rules.MAX;
import static a.Rules.*;

public class Shop<T extends Item> {
  private final Map<String, List<Item>> byName = new HashMap<>();
  private T[] all;
  private Box<Item> box;
  enum Color { RED, GREEN { @Override int shade() { return base() + ordinal(); } };
    int shade() { return 0; }
    static int base() { return 1; }
  }
  record Point(int x, int y) {
    Point { if (x < 0) { throw new IllegalArgumentException(); } }
    int sum() { return x + y(); }
  }
  interface Visitor { void visit(Item item, int place); }

  void receivers(T item, Object any, Item... rest) {
    item.price();
    all[0].price();
    rest[1].price();
    byName.get("x").get(0).price();
    for (Map.Entry<String, List<Item>> entry : byName.entrySet()) {
      entry.getValue().forEach(one -> one.price());
    }
    for (var some : byName.values()) {
      some.stream().filter(i -> i.price() > MAX).map(Item::price).collect(Collectors.toList());
    }
    byName.forEach((name, items) -> items.getFirst().name.length());
    Function<Item, Integer> f = i -> i.price();
    each((i, place) -> i.price());
    if (any instanceof Item found && found.price() > 0) {
      found.name.trim();
    }
    switch (any) {
      case Point(int x, var y) when x > limit() -> System.out.println(x);
      case Item i -> i.price();
      default -> any.toString();
    }
    switch (Color.valueOf("RED")) {
      case RED -> Color.values()[0].shade();
      case GREEN -> Color.GREEN.name();
    }
    Shop<Item>.Inner inner = new Inner();
    inner.go().price();
    new Point(1, 2).x();
    box.open().price();
    box.unknown.call();
    int size = all.length;
    a.Item qualified = new a.Item("q");
    qualified.price();
    java.util.List<String> strings = java.util.List.of();
    strings.get(0).isEmpty();
    ((Item) any).price();
    (size > 1 ? qualified : null).price();
    Optional.of(qualified).get().price();
  }

  void each(Visitor visitor) {}

  class Inner {
    T go() { return Shop.this.all[0]; }
  }
}
