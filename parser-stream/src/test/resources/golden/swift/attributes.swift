import SwiftUI
import Testing
import XCTest

// Where the program begins.
@main
struct Application: App {
  static func main() {}
}

// A view: property wrappers and a result builder.
@MainActor
struct Card: View {
  @State private var isOpen = false
  @Environment(\.colorScheme) var scheme
  @ViewBuilder var body: some View {
    VStack(spacing: 8) {
      Text("Hello").font(.title)
      if isOpen { Details(scheme: scheme) }
    }
  }
}

// A preview is an example.
struct CardPreview: PreviewProvider {
  static var previews: some View { Card() }
}

/// Old.
@available(*, deprecated, message: "Use other")
func old() {}

// Availability alone deprecates nothing.
@available(iOS 17, *) func new() {}

// Methods of test cases whose names say so are tests.
final class ShopTests: XCTestCase {
  override func setUp() { super.setUp() }
  func testOpens() throws { XCTAssertTrue(Shop().isOpen) }
  func testHelper(count: Int) {}
  func helper() {}
}

// So is what an attribute says.
@Suite struct Orders {
  @Test("An order is sent", arguments: [1, 2]) func send(count: Int) async throws {
    #expect(count > 0)
  }
}

// A macro.
@freestanding(expression)
public macro stringify<T>(_ value: T) -> (T, String) = #externalMacro(module: "M", type: "S")
@Observable final class Model { @ObservationIgnored var cache: Cache? }
