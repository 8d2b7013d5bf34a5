import { Base, Shape } from './shape';

export type Options = { radius: number; inner: Partial<Options> } & Extra;
type Extra = { color: string };

export class Circle extends Base {
  options: Options;
  constructor(options: Options) {
    super('circle');
    this.options = options;
  }
  area() { return this.options.radius * Math.PI; }
  describe() { return super.describe().toUpperCase(); }
  color() { return this.options.color + this.options.missing; }
}

export function makeCircle(radius: number) {
  const made = new Circle({ radius, color: '', inner: {} });
  return made;
}

export const shared: Shape = makeCircle(1);
