package shop;

import shop.item.Holder;
import shop.tools.*;

class Till {
  int pay(Holder holder) {
    return holder.item().price() + holder.item().self().price();
  }

  String label(Holder holder) {
    return Labels.of(holder.item().name);
  }
}
