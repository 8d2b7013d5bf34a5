class Switches {
  int m(Object o) {
    return switch (o) {
      case Point(int x, -> x;
      case String s when -> s.length();
      case -> 2;
      default -> 3
    };
  }
}
