class Expressions extends Base {
  int field = 1;

  // Calls and members: chains, null-aware, with type arguments, on this and super.
  void calls(Order order) {
    order.customer?.address!.lines[0].trim(1, x: 2);
    helper<int>(order);
    this.field = super.field;
    super.calls(order);
    order.make()(1)(2);
    order.lines[0] += field++;
    List<int>.filled(3, 0).map((e) => e + 1).toList();
    Order.named(title: 'x');
    new Order('y');
    const base.Item<int>.small(1);
    base.Item(2);
    _Private();
    field ??= order.size;
    (order as Special).special();
  }

  // Cascades.
  void cascades(Order order) {
    final made = Order('z')
      ..open = true
      ..size += 2
      ..lines[0] = first
      ..customer.name = 'n'
      ..log('made');
    order?..log('one')..log('two');
  }

  // Texts.
  String texts(int a) => 'a $a ${a + field} ${calls} $field' '''b
$other''' r'raw $none';

  // Functions as values, closures with names, functions in functions.
  void functions() {
    var twice = (int x) => x * 2;
    int inner<T>(T value) {
      return inner<T>(value) + twice(1);
    }
    final tear = inner;
    list.forEach(print);
    final make = Order.new;
    Future.delayed(const Duration(seconds: 1), () async {
      await later();
    });
    list.where((item) {
      return item.isOpen;
    });
  }

  // Collections, records, operators.
  void values(int a, int b) {
    var list = [1, ...others, ...?more, if (a > b) a else b, for (var i in items) i.size];
    var map = {'a': a, 'b': other, for (final e in entries) e.key: e.value};
    var set = <int>{a};
    var record = (a, name: b);
    print(record.$1 + record.name);
    final x = a > b ? a : other;
    final y = a is! String || a is int && b == field;
    final z = await compute() ?? -b;
    final s = #symbol;
    throw StateError('no');
  }
}
