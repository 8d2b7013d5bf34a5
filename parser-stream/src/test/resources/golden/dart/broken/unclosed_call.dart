void first() {
  call(1, 2
}

void second() {
  other();
}
