function unclosed() {
  if (a) {
    call(b);
