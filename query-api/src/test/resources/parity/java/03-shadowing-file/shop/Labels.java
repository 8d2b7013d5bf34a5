package shop;

class Labels {
  static String of(String name) {
    return "shadow " + name;
  }
}
