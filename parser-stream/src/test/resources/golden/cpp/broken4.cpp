// An expression cut off, and a function behind it.
int first() { return second(1, ; }
int second(int a, int b) { return a + b; }
