#!/usr/bin/env node
'use strict';

// A function that is declared below its use, and one that a block declares.
early(1);
function early(x) {
  return x;
}

// Default values see the parameters before them.
function defaults(a, b = a.size, { c = b } = {}, ...rest) {
  return [a, b, c, ...rest];
}

// A named function expression sees its own name.
const factorial = function self(n) {
  return n < 2 ? 1 : n * self(n - 1);
};

// An arrow that returns an object, and one that awaits.
const pair = (a, b) => ({ a, b, pair });
const loaded = async (id) => await fetch(id);

// Generators, and what delegates to another one.
function* numbers() {
  yield 1;
  yield* pair.numbers();
}

// Getters and setters of an object of the module, a method, a computed name.
const settings = {
  get size() {
    return this.items.length;
  },
  set size(value) {
    this.items.length = value;
  },
  reset() {
    return settings.size;
  },
  [factorial(2)]: early,
  'with space': 1,
};

// A class in an expression, with a name of its own and without.
const Named = class Inner extends Base {
  copy() {
    return new Inner(this);
  }
};
const Unnamed = class {};

// A class that a function makes.
function mixin(Parent) {
  return class extends Parent {
    extra() {
      return super.extra();
    }
  };
}

// Static members, and an instance made through a member.
class Store {
  static instance = new Store();
  static get() {
    return this.instance ?? new Store.Special();
  }
}
Store.Special = class extends Store {};

// Assignments: to members, through destructuring, compound, increments.
let count = 0;
settings.last = count++;
[count, settings.first] = [settings.first, count];
({ size: count, ...settings.rest } = settings);
settings.total += count;

// Chains, optional ones, calls of calls, and tagged templates.
settings.load?.(1).then((r) => r.json()).catch(early);
mixin(Base)(2)?.[0].run();
pair`a ${count} b ${early(count)}`;

// Loops: their variables, labels and what they jump to.
for (const [key, value] of Object.entries(settings)) early(key, value);
for (let i = 0, n = count; i < n; i += 1) continue;
for (var name in settings) if (name) break;

// Exceptions, with and without a name.
try {
  early();
} catch ({ message }) {
  early(message);
} finally {
  count = 0;
}

// Switches see the names of all cases.
switch (count) {
  case 1: {
    let inner = early;
    inner();
  }
  default:
    early();
}

// Functions as arguments, and what binds them.
[1, 2].map(early).filter(Boolean).forEach(settings.reset.bind(settings));
setTimeout(() => early(count), 10);

// Spread, deletion, typeof, void, comma and regular expressions.
early(...[count], typeof missing, void 0, (count, name), /a[/]b/giu, delete settings.last);

// An immediately called function, and what it returns.
const library = (() => {
  const hidden = 1;
  return { hidden, shown: () => hidden };
})();

// Modules of the old kind, whole and in parts.
const path = require('path');
const { join: together } = require('path');
exports.together = together;
module.exports.path = path.resolve(__dirname, library.shown());
