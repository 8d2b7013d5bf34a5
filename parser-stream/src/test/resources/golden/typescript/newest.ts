import config from './config.json' with { type: 'json' };
import type { Shape } from './shape';
import { type Options, load as reload } from './load';
import type * as types from './types';

// Type parameters that are constant, have variance, defaults and bounds.
function tuple<const T extends readonly unknown[] = []>(...all: T): T {
  return all;
}

interface Channel<in In, out Out extends In = In> {
  send(value: In): Out;
}

// A value that has to fit a type keeps its own.
const palette = { red: [255, 0, 0], green: make('g') } satisfies Record<string, Color>;

// Decorators of the standard: on a class, a field, an accessor, a method, with any expression.
@sealed
@registry.named('thing')
class Thing {
  @observe accessor value = 1;
  static accessor shared: string = load();
  @bound
  method(this: Thing, @inject() dependency: Shape): void {
    this.#secret = dependency;
  }

  #secret?: Shape;
  static #count = 0;

  static {
    Thing.#count = config.start;
  }

  get secret(): Shape | undefined {
    return this.#secret;
  }

  set secret(value: Shape) {
    this.#secret = value;
  }

  has(other: object): boolean {
    return #secret in other;
  }
}

// Resources that are closed at the end of their block.
async function resources(): Promise<void> {
  using file = open('a');
  await using connection = await connect();
  file.read(connection);
}

// Overloads are one function.
export function parse(text: string): number;
export function parse(text: number): string;
export function parse(text: string | number) {
  return convert(text);
}

// Assertions and guards.
function check(value: unknown): asserts value is Shape {
  if (!isShape(value)) throw new TypeError();
}

// Types of all kinds: conditional, mapped with new names, templates, tuples with names.
type Inner<T> = T extends Promise<infer U extends Shape> ? U : never;
type Getters<T> = { readonly [K in keyof T as `get${Capitalize<K & string>}`]-?: () => T[K] };
type Entry = [key: string, value?: Shape, ...rest: number[]];
type Maker = abstract new (...args: any[]) => Thing;
type Loaded = Awaited<ReturnType<typeof reload>>;
type Module = typeof import('./load', { with: { 'resolution-mode': 'import' } });

// An instantiation of a generic function, and an unknown symbol.
const strings = tuple<string[]>;
declare const id: unique symbol;

// An abstract class that extends an expression and has fields by its constructor.
export abstract class Model<T> extends mixin(Base)<T> implements Channel<T>, types.Plain {
  declare readonly kind: string;
  protected constructor(
    private readonly options: Options,
    public override name?: string,
  ) {
    super(options);
  }

  abstract send(value: T): T;

  protected handler = async (event: Event) => {
    await this.options.log?.(event!.target as Node);
  };
}

// Enums with computed members; a constant one.
export const enum Flag {
  None = 0,
  All = None | (1 << 2),
  Text = 'text'.length,
}

export type { Shape, Options as Settings };
export * as shapes from './shape';
export type * from './types';
