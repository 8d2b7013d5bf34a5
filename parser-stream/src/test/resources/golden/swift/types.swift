// Imports: a module, a submodule, one declaration of a module, and modules that are passed on.
import Foundation
import UIKit.UIGestureRecognizer
import struct Catalog.Item
@_exported import Payments
@testable import Core

/// A shop, where
/// orders are placed.
open class Shop<Goods: Equatable>: Place<Goods>, Codable where Goods: Hashable {
  // A nested type is a member; an actor is a class.
  fileprivate actor Till {
    nonisolated func ring() {}
  }

  // Constructors that can fail, are made for convenience, or are required.
  public convenience init?(_ name: String, at street: inout String) {
    self.init(name: name)
  }

  required public init(name: String) {
    super.init()
  }

  // A destructor.
  deinit {
    close()
  }
}

/// What can be ordered.
public protocol Orderable: AnyObject, Priced {
  /// Its number.
  associatedtype Number: Comparable = Int
  var title: String { get }
  static var count: Int { get set }
  func order(_ amount: Int) async throws -> Receipt
  init(title: String)
  subscript(index: Int) -> Number { get }
}

// Members of an extension have its visibility; a qualified type is named by its last name.
public extension Catalog.Item where Price == Int {
  var isFree: Bool { price == 0 }
  private func hide() {}
}

// An extension of a sugared type is named like the type itself.
extension [Orderable]: Sellable {}

// The raw type of an enum is no base.
enum Size: Int, CaseIterable {
  case small = 1, medium
  case large = 10
}

// Cases with associated values, several on a line.
indirect enum Tree<Leaf> {
  case leaf(Leaf), empty
  /// Two trees.
  case node(left: Tree<Leaf>, Tree<Leaf>)
}

// Aliases, generic or not.
typealias Handler = (Result<Data, any Error>) -> Void
typealias Pair<T> = (first: T, second: T)

// The first base of a class is a class unless the file says otherwise.
protocol Base {}
final class Derived: Base, Swift.Sendable {}
final class Screen: Controller, ScreenDelegate {}
struct Point: Hashable, @unchecked Sendable { var x = 0.0, y = 0.0 }
