class Money {
  add(other) {
    return new Money(this.cents + other.cents);
  }
}

function parse(text) {
  return new Money(text);
}

module.exports = { Money, parse };
