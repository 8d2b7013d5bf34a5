var debug = require('debug')('shop');
var Cart = require('./cart');
const { join, extra } = require('./util');
const config = require('#config');

exports = module.exports = createApplication;

function createApplication(options) {
  var app = new Application(options);
  debug('made');
  return app;
}

function Application(options) {
  this.options = options;
  this.cart = new Cart(this);
}

Application.prototype.start = function start() {
  var self = this;
  this.cart.add({ id: 1 }).add(2);
  self.stop(function () { this.start(); });
  join(config.port, extra.deep.run());
  return [1, 2].map(String).join('');
};

Application.prototype.stop = function (done) {
  let cart;
  cart = this.cart;
  cart.total();
  done();
};

exports.Application = Application;
