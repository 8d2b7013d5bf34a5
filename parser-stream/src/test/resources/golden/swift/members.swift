// Properties: stored, constant, static, lazy, with two names, with a part of a tuple each.
struct Account {
  let id: Int
  private(set) var balance = Money(0)
  public static let shared = Account(id: 1)
  lazy var history: [Entry] = load()
  var name, nickname: String?
  let (low, high) = limits()

  // Computed properties: one that is read, one that is written too.
  var isOpen: Bool { balance > 0 && !isLocked }
  var owner: Person {
    get async throws { try await find(id) }
  }
  var limit: Int {
    get { storage }
    set(amount) { storage = amount }
  }
  var total: Int {
    get { sum }
    set { sum = newValue }
  }

  // Observers of a stored property.
  var state: State = .closed {
    willSet { log(newValue) }
    didSet(before) {
      if before != state { notify() }
    }
  }

  // A wrapped property, and the wrapper that is asked through a dollar sign.
  @Published(initial: 1) var page: Int
  func bind() { view.bind($page) }

  // Subscripts.
  subscript(key: String, default value: Int = 0) -> Int {
    get { table[key] ?? value }
    set { table[key] = newValue }
  }
  static subscript(at: Int) -> Account { all[at] }

  // Operators are functions named by their sign.
  static func == (left: Account, right: Account) -> Bool { left.id == right.id }
  static prefix func - (value: Account) -> Account { value.negated() }

  // Parameters: labels, defaults, any number, closures, ownership.
  mutating func pay(_ amount: Int = 1, to others: Account..., then: @escaping () -> Void) throws {
    balance -= amount
    others.forEach { $0.receive(amount) }
  }
  class func make() -> Self { Self() }
  @discardableResult
  func swap(with other: inout Account) -> Bool { exchange(&other) }
}

// Globals: a constant, a variable, a computed one, and functions.
let maximum = 10
public var current: Account?
var version: String { "1" }
infix operator +++: AdditionPrecedence
func +++ (left: Int, right: Int) -> Int { left + right }

// A function in a function, and a type in one.
func outer(count: Int) -> Int {
  func inner(_ n: Int) -> Int { n + count }
  struct Local { var value: Int }
  let local = Local(value: inner(1))
  return local.value
}
