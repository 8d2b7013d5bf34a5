package b;

import a.Middle;

public class Leaf extends Middle {
  void go() {
    run();
    self().run();
    new Leaf().go();
  }
}
