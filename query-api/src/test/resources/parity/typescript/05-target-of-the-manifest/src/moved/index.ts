export class Base {
  open(): void {}
}

export const make = () => new Base();
