package b;

import a.*;

class User {
  private final Leaf leaf = new Leaf();

  void use(Helper helper) {
    leaf.run();
    leaf.self().run();
    helper.help();
    var other = new Middle();
    other.self().run();
  }
}
