// Generics: several constraints, opaque and existential types, packs.
func merge<A: Sequence, B>(_ a: A, _ b: B) -> some Sequence<A.Element>
where B: Sequence, A.Element == B.Element, B.Element: Hashable {
  return chain(a, b)
}
func show(_ shape: any Shape & Named, as kind: Shape.Type) {}
func each<each T: Equatable>(_ value: repeat each T) {}

// Visibility for a package, and actors with isolation.
package struct Plan {
  package let name: String
  internal var steps: [Step]
}
@globalActor actor Store {
  static let shared = Store()
  nonisolated let id: UUID
  private var items: [Item] = []
  func add(_ item: consuming Item) async { items.append(item) }
}

// Tasks, waiting for several values, and streams.
func load(ids: [Int]) async throws -> [Data] {
  async let first = fetch(1)
  for try await line in stream.lines { handle(line) }
  Task { @MainActor in await refresh() }
  return try await withTaskGroup(of: Data.self) { group in
    group.addTask { try await fetch(2) }
    return [await first]
  }
}

// Code under a condition of the compiler is there.
#if canImport(UIKit)
typealias Image = UIImage
#else
typealias Image = NSImage
#endif

// Names in back quotes, with letters of other scripts.
enum Color { case `default`, größe }
func `repeat`(_ in: Int) -> Color { Color.`default` }

// Words that are younger than the grammar: they are set aside, and the rest is read.
struct Handle: ~Copyable {
  private nonisolated(unsafe) var state: State
  init(_ state: State) { self.state = state }
  consuming func close() throws(CloseError) -> Int { try release(consume state) }
  func take(_ item: sending Item) async -> sending Item { item }
}
#Preview("Card") { Card() }
