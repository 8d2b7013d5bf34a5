// A function whose body never ends keeps those before it.
int before(int a) { return helper(a); }
int middle(int a) {
  use(a);
