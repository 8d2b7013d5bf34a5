const { Money } = require("./money");

function parse(text) {
  return new Money(text.length);
}

function pay(text) {
  return parse(text).add(new Money(1));
}

module.exports = { pay };
