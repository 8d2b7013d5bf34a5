// @flow
// A script with types that only TypeScript or Flow explains.
type Id = string;

/** What a shop is. */
export class Shop {
  owner: Id;

  find(id: Id): ?Shop {
    return lookup(id);
  }
}

export const open = (shop: Shop, at: number): boolean => at > 8;
