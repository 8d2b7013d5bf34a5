import type { Shape } from './shape';
import legacy = require('./legacy');
import { Inject, type Options as Settings } from '@scope/core/sub';

/** A store of things.
 * @deprecated use Depot */
@Inject()
export abstract class Store<T extends Shape = Shape> extends legacy.Base<T> implements Iterable<T>, Disposable {
  private readonly items: Map<string, T> = new Map();
  protected cache?: legacy.Cache;

  constructor(private readonly settings: Settings, public name: string, size = 3) {
    super();
  }

  find(id: string): T | undefined;
  find(id: number, strict: boolean): T | undefined;
  find(id: string | number, strict?: boolean): T | undefined {
    return this.items.get(String(id))!;
  }

  @Inject('log') static async create<U>(this: void, ...parts: U[]): Promise<Store<Shape>> {
    return null as unknown as Store<Shape>;
  }

  abstract size(): number;

  get first(): T { return [...this.items.values()][0]; }
}

export interface Repository<K> extends Store.Reader, Iterable<K> {
  readonly root: Shape;
  find(key: K): Shape | null;
  find(key: K, deep: true): Shape[];
  remove?(key: K): void;
  (key: K): void;
  new (key: K): Repository<K>;
  [index: string]: unknown;
}

export type Point = { x: number; move(by: Point): Point } & Shape;
export type Unwrap<P> = P extends Promise<infer V> ? V : never;
type Flags = { [Key in keyof Point]?: Point[Key] };
type Pair = [first: Shape, second?: Point];
type Handler = (event: Shape, ...rest: Point[]) => asserts event is Shape;

export enum Level { Low = 1, High = Low << 1, 'very high' }

export declare const VERSION: string;
declare function log(message: string): void;
declare function log(message: Error, code?: number): void;

declare module 'plugin' {
  export function register(shape: Shape): void;
}

declare global {
  interface Window { store: Store }
}

export namespace Geometry.Plane {
  export const origin: Point = make(0);
  function make(x: number): Point { return { x, move: (by) => by }; }
}

import Plane = Geometry.Plane;

export default function describe(shape: Shape, { name, size: [width] }: Settings): shape is Point {
  type Local = Shape & { own: Point };
  const local: Local = <Local>shape;
  if (shape instanceof Store) {
    return Level.High > 1 && Plane.origin !== undefined;
  }
  switch (name) {
    case 'a':
      return local.own ? true : false;
    default:
      return typeof VERSION === 'string';
  }
}

export { log as print };
export as namespace shop;
