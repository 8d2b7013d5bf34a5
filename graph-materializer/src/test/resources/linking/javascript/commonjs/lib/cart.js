class Cart {
  constructor(owner) {
    this.owner = owner;
    this.items = [];
  }
  add(item) {
    this.items.push(item);
    return this;
  }
  total() {
    return this.items.reduce((sum, item) => sum + item.price, 0) + Cart.tax();
  }
  static tax() { return 1; }
}

module.exports = Cart;
