class Cart extends Base {
  int size = 1;

  /// Kept.
  int total(List<int> list) {
    return list.length;
  }

  void open() {
    print(size
