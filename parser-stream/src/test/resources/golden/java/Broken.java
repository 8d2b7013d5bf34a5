package org.example;

import java.util.List

class Broken {
  void first() { call(1, ; }
  int second( { return 2; }
  List<String third;
  void last() { this.first(); if (x { y(); }
}
}
class After { void ok() { new Broken().last(); }
