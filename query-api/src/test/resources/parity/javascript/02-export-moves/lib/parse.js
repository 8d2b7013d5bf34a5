const { Money } = require("./money");

function parse(text) {
  return new Money(text.trim());
}

module.exports = { parse };
