import type { Shape } from './shapes';

export default class Registry<T extends Shape> {
  static instance = new Registry<Shape>();
  #items: T[] = [];
  private byName: Map<string, T> = new Map();

  static of(): Registry<Shape> { return this.instance; }

  add(item: T): this {
    this.#items.push(item);
    this.byName.set(item.name, item);
    return this;
  }

  get size(): number { return this.#items.length; }
  set size(value: number) { this.#items.length = value; }

  async load(): Promise<Shape[]> { return []; }
}
