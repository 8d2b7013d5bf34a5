export class Base {
  open(): Base {
    return this;
  }
}
