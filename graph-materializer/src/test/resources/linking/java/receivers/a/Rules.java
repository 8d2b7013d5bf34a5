package a;

final class Rules {
  static final int MAX = 3;

  static int limit() {
    return MAX;
  }
}
