class Unclosed {
  method() {
    call(this.x);
