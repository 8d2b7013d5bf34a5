import React from 'react';
import type Default, { type Named as Other } from './types';
import './effects';

// Type parameters with bounds and defaults, used in a signature and a body.
function merge<A extends object, B = A>(a: A, b: B): A & B {
  const all: A & B = { ...a, ...(b as A & B) };
  return all;
}

// Optional, variadic and typed parameters, and a type of this.
function parameters(this: Window, a: number, b?: string, c = Other.first, ...rest: Default[]): void {
  this.run(a, b, c, ...rest);
}

// Function types, constructor types, and a function that has properties.
type Callback<T> = (error: Error | null, value?: T) => void;
type Factory<T> = new (name: string) => T;
type Callable = { (x: number): string; version: number };

// Unions with a tag, and narrowing by it.
type Shape = { kind: 'circle'; radius: number } | { kind: 'square'; side: number };
function area(shape: Shape): number {
  switch (shape.kind) {
    case 'circle':
      return shape.radius ** 2;
    case 'square':
      return shape.side * shape.side;
  }
}

// Indexed access, keys, and types of values.
type Kind = Shape['kind'];
type Keys = keyof typeof table;
const table = { first: 1, second: area } as const;

// Utility types of other files, with arguments.
type Loaded = Partial<Record<Kind, Promise<Other.Inner<Default>>>>;

// Index signatures, readonly and optional members, methods as properties.
interface Members {
  readonly [key: string]: unknown;
  optional?: Kind;
  method(): void;
  property: (x: Kind) => Members;
}

// Inheritance of interfaces, with type arguments.
interface Extended<T> extends Members, Other.Base<T>, Array<T> {}

// A class with everything that can be written before a member.
class Everything<T> extends React.Component<T> implements Members, Extended<T> {
  public static readonly limit: number = 3;
  protected declare inherited: Kind;
  private optional?: Kind = undefined;
  definite!: Default;
  static #secret = Everything.limit;

  constructor(protected readonly table: T, plain: number) {
    super(table);
    this.inherited = plain > 1 ? 'circle' : 'square';
  }

  override render(): React.ReactNode {
    return this.table satisfies T;
  }

  static create<U>(value: U): Everything<U> {
    return new Everything<U>(value, Everything.#secret);
  }

  async *stream(): AsyncGenerator<T> {
    yield this.table;
  }

  get value(): T {
    return this.table!;
  }
}

// Abstract members, and a class in an expression.
abstract class Base {
  abstract readonly name: string;
  protected abstract make(): Base;
}
const Derived = class extends Base {
  readonly name = 'derived';
  make() {
    return this;
  }
};

// Enums: numbers, texts, computed members.
enum Direction {
  Up = 1,
  Down,
  Left = 'LEFT'.length,
}

// Assertions of types, of constants, of presence.
const asserted = <Shape>JSON.parse('{}');
const present = (asserted as Shape & { extra?: Direction }).extra!;

// Guards, and what holds behind them.
function isCircle(shape: Shape): shape is Extract<Shape, { kind: 'circle' }> {
  return shape.kind === 'circle' && present === Direction.Up;
}

// Arrow functions with types, in variables, properties and arguments.
const arrow: Callback<Kind> = (error, value) => error ?? merge({ value }, {});
export const handlers = {
  click: (event: MouseEvent): void => arrow(null, 'circle'),
  nested: { deep: async <T,>(x: T) => await x },
};

// Conditional types that take a function apart.
type Result<F> = F extends (...args: infer A) => infer R ? [A, R] : never;

// Declarations without code.
declare function outside(x: Result<typeof area>): asserts x;
declare let ambient: Everything<string>;
declare class External {
  method(x: number): this;
}

// Everything that can be exported.
export { area as default, type Shape, handlers as 'string name' };
export import Alias = Other.Inner;
export as namespace Library;
