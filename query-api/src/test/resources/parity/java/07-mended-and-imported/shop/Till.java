package shop;

import static shop.tools.Labels.of;

class Till {
  int pay(Holder holder) {
    return holder.item().self().price();
  }

  String label(Holder holder) {
    return of(holder.item().name);
  }
}
