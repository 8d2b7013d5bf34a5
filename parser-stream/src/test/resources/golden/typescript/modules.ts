import fs = require('fs');
import Alias = fs.promises;

// An ambient module, a global one, a namespace with dots, and what it exports.
declare module 'plugin' {
  interface Registry {
    [name: string]: unknown;
  }
  export default function register(name: string): void;
}

declare global {
  interface Window {
    store: Registry;
  }
  var version: string;
}

namespace Outer.Inner {
  export const origin = 0;
  export class Point {}
  const hidden = origin;
}

// Two declarations of one name are both there.
interface Merged {
  a: Outer.Inner.Point;
}
interface Merged {
  b(): Merged['a'];
}

// A function with a namespace of its name.
function jquery(selector: string): Element {
  return fs.find(selector);
}
namespace jquery {
  export const version = Alias.name;
}

// Members of an interface: call and construct signatures, index, optional and readonly ones.
interface Everything<T> extends Merged, Outer.Inner.Point {
  (value: T): string;
  new (value: T): Everything<T>;
  readonly size: number;
  method?<U>(value: U): asserts value is NonNullable<U>;
  get computed(): T;
  set computed(value: T);
}

// Nested functions, closures and their types.
export default function (this: Window, count = 1, { a, b: [c] }: Merged & { b: T[] }) {
  const inner = (x: number) => x + count;
  function local(y: typeof inner) {
    return y(c) ?? a;
  }
  return local(inner);
}

export = jquery;
