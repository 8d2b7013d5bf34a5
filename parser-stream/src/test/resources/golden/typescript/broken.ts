export class Half {
  field: = 3;
  method(a: string, {
    return other.call(a);
  }
  complete(): Half { return this.method(; }
}

interface Open { a: Half

export const survivor = (half: Half) => half.complete();
