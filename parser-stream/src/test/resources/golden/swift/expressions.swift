func expressions(items: [Item], key: String?, shop: Shop) async throws {
  // Chains of calls and members, with and without a question mark.
  shop.orders.first?.cancel(now: true)!.log()
  // What begins with a capital and is called creates; so does init.
  let order = Order(id: 1)
  let list = [Int](), table = [String: Order](), typed = Box<Order>(order)
  let made = Shop.Order.init(id: 2), nested = Shop.Order(id: 3)
  // Implicit members are members of what is expected.
  shop.paint(.red)
  shop.state = .open(at: .now)
  // Casts, tests and optional values.
  let named = items as? [Named] ?? []
  if order is Named { print(named) }
  // Subscripts and tuples.
  table["a"]?.total = list[0]
  let (first, second) = pair()
  print(first.0, second)
  // Writing: a member, a global, two at once.
  shop.count += 1
  counter = 2
  (shop.low, shop.high) = (1, 2)
  // Waiting and trying.
  let data = try await shop.load(from: url)
  try? data.write()
  // Closures: trailing, several of them, short names, captures.
  items.map { $0.price }.filter { price in price > limit }
  animate { shop.show() } completion: { [weak shop, total = order.total] done in
    shop?.finish(total, done)
  }
  let handler: (Int) -> Void = { value in print(value, data) }
  handler(1)
  // Function values by their labels, key paths, selectors.
  items.forEach(print(_:))
  items.map(\.price)
  let path = \Shop.count
  let action = #selector(Shop.open(_:))
  // Strings with values in them.
  print("Order \(order.id) of \(items.count)")
  // Operators that the file or another declares.
  let sum = 1 +++ 2
  // The object itself, its type, and types as values.
  register(Order.self, path, action, sum, typed, made, nested)
  // A conditional expression, and conditions that are values.
  let word = items.isEmpty ? none : some
  let size = if items.count > 9 { "many" } else { word }
  print(size, handler)
}
