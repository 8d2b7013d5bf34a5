class A {
  void M(object o) {
    var x = o switch { Order { Total: } => 1, => 2 };
    foreach (var in list) { Go(); }
    var q = from in xs select y;
    if (o is Order { ) { Stop(); }
    try { Risk(); } catch ( { }
  }
  void N() { After(); }
}
