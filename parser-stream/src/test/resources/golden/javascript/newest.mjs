import data from './data.json' with { type: 'json' };
import { default as main, 'string name' as named } from './lib.mjs';
import * as all from './all.mjs';

// Private members, static ones, static blocks, accessors, generators.
export class Counter extends mixin(Base) {
  #count = 0;
  static #made = new Set();
  static limit = main();
  'quoted name' = 1;
  [Symbol.iterator] = function* () {
    yield* this.#items();
  };

  static {
    this.#made.add(all);
  }

  constructor(start) {
    super(start);
    this.start = start;
  }

  get count() {
    return this.#count;
  }

  set count(value) {
    this.#count = value;
  }

  static async *load(url) {
    for await (const chunk of fetch(url)) yield chunk;
  }

  #items() {
    return named(this);
  }

  static isCounter(value) {
    return #count in value;
  }

  handler = async (event) => this.#items(event);
}

// Resources with an end of their own.
export async function resources() {
  using file = open(data.path);
  await using connection = connect(file);
  return connection.run();
}

// Destructuring with defaults, computed names and what is left.
export function destructured({ a, b: { c = initial() } = {}, ['k' + a]: d, ...rest }, [e, , f = e] = []) {
  const { x: { y } = {}, ...others } = rest;
  [a.b, c] = [d, f];
  return { y, others, e };
}

// Logical assignment, optional chains, nullish values, exponents, private optional calls.
export function operators(a, b) {
  a ??= b?.c?.[0]?.(1) ?? named;
  a ||= b ** 2;
  a.b &&= delete a.c;
  return a?.b`template ${main(a)}`;
}

// Functions as values: arrows, generators, named expressions, in arrays and objects.
const arrow = (x) => main(x);
export const table = {
  arrow,
  method(x) {
    return arrow(x);
  },
  async *generator() {},
  get value() {
    return named;
  },
  ['computed' + 1]: function inner() {
    return inner;
  },
  nested: { deep: () => arrow(1) },
};

// Labels, loops, switches and exceptions without a name: complexity.
export function complexity(list) {
  outer: for (const item of list) {
    switch (item) {
      case 1:
        continue outer;
      default:
        break;
    }
    try {
      if (item && list.length > 1) main();
      else if (item || named) named();
      else all.done();
    } catch {
      do item.next();
      while (item.more ? item.last : false);
    }
  }
}

// Modules on demand, and what is known of this one.
export const later = () => import('./later.mjs').then((m) => m.run(import.meta.url));
export { arrow as default, arrow as 'string name' };
export * from './more.mjs';
