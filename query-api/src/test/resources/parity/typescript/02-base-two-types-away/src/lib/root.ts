export class Root {
  open(): Root {
    return this;
  }
}
