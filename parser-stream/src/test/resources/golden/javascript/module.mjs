import base, * as everything from './base.js';
import { one, two as second } from './numbers.js';
import './effects.js';

export * from './star.js';
export * as shapes from './shapes.js';
export { third as default, fourth } from './more.js';

const options = {
  deep: { handler() { return this.level; }, level: 1 },
  run: async () => { await one(); },
  size: 3,
};

class Counter extends base {
  #count = 0;
  static instances = [];
  static {
    this.instances.push(everything.create());
  }
  handle = (event) => this.#count + event.delta;
  constructor() {
    super(one);
    this.extra = new Widget();
  }
  get value() {
    return this.#count;
  }
  set value(count) {
    this.#count = count;
  }
  async *walk() {
    for (let i = 0; i < 3; i++) {
      yield super.walk(i);
    }
    label: while (true) {
      break label;
    }
  }
}

export { options, Counter as Meter };
export let current = new Counter();
const { value: now, extra: { inner = second } } = current;
[globalThis.a, current] = [now, inner];

async function load() {
  const { parse } = await import('./parser.js');
  return parse(`text ${now}`);
}

function broken( {
  return load()?.then((result) => result.ok;
}

export const after = 1;
