enum Broken { a, , b(1; 
  void m() {}
}
enum Fine { x, y }
