class Money {
  add(other) {
    return new Money(this.cents + other.cents);
  }
}

module.exports = { Money, parse: require("./parse").parse };
