export * from './index';

export interface Shape extends Named { area(): number; parent?: Shape; }
export interface Named { readonly name: string; }
export abstract class Base implements Shape {
  constructor(readonly name: string) {}
  abstract area(): number;
  describe(): string { return `${this.name} ${this.area()}`; }
  static create(): Base { return Base.create(); }
}
