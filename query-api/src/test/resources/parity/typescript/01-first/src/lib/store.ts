import { Base } from './base';

export class Store extends Base {
  close(): void {}
}

export function make(): Store {
  return new Store();
}
