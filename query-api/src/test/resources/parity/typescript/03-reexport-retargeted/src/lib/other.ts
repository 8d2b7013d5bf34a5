export class Store {
  close(): void {}
}

export function make(): Store {
  return new Store();
}
