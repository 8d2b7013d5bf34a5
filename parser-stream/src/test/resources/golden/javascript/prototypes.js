'use strict';

// Constructors of the old kind, their methods and static functions.
function Shape(name) {
  this.name = name;
  this.parts = [];
}

Shape.prototype.draw = function (canvas) {
  canvas.stroke(this.name);
  return this.parts.map(paint, this);
};

Shape.create = function create(name) {
  return new Shape(name);
};

Shape.prototype = Object.assign(Shape.prototype, {
  size: function () {
    return this.parts.length;
  },
  move(x) {
    this.draw(x);
  },
});

// Inheritance by a function of Node.
function Circle() {
  Shape.call(this, 'circle');
}
require('util').inherits(Circle, Shape);

// A function that is called where it stands keeps its names to itself.
var library = (function (root) {
  var hidden = 1;
  function inner() {
    return hidden + root.size;
  }
  return { inner: inner, other: function () { return inner(); } };
})(this);

// Callbacks, and functions that are given names by what they are assigned to.
var handler = function named(event) {
  setTimeout(function () {
    named(event);
  }, 10);
};
exports.handle = handler;
module.exports.late = () => library.inner();

// Variables that are hoisted; names that a block alone sees.
function scopes(flag) {
  if (flag) {
    var hoisted = paint;
    let local = hoisted(flag);
    const fixed = local;
    return fixed;
  }
  for (var i = 0, n = flag.length; i < n; i++) handler(i);
  for (var key in flag) delete flag[key];
  return hoisted;
}

function paint(part) {
  return part;
}
