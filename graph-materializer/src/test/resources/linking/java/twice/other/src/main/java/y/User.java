package y;

import x.Same;

class User {
  void use(Same same) { same.here(); }
}
