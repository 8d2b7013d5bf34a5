#!/usr/bin/env node
'use strict';

const fs = require('fs');
const { join, resolve: absolute } = require('path');
var read = require('./reader').read;
var debug = require('debug')('shop');

/** The application. */
var app = exports = module.exports = {};

app.start = function start(port) {
  var self = this;
  debug('starting');
  self.port = port || 80;
  return this.listen(join('a', absolute('b')));
};

app.listen = function (path) {
  return fs.readFileSync(path).map((line) => read(line, helper));
};

function helper(line) {
  if (line && line.length > 3) {
    return hoisted(line);
  } else if (!line) {
    return null;
  }
  for (const part of line.split(',')) {
    part.trim();
  }
  var found = [];
  return found;
}

function Cart(owner) {
  this.owner = owner;
  this.items = new Map();
  this.onChange = function () {};
}

Cart.prototype.add = function (item) {
  this.items.set(item.id, item);
};

Cart.of = function (owner) {
  return new Cart(owner);
};

function hoisted(text) {
  const inner = (value) => value + local();
  function local() {
    return 1;
  }
  let result;
  result = new Cart(text);
  result.add(inner(2));
  return result;
}

exports.Cart = Cart;
exports.total = function (cart) {
  try {
    return cart.items.size;
  } catch (error) {
    throw error;
  }
};
exports.lazy = require('./lazy');
exports.limit = 10;
