package shop
package stock

import java.util.UUID
import scala.collection.mutable.{ArrayBuffer, Map => MutableMap, Set => _, _}

/** A class with a primary constructor: fields, a plain parameter and a default. */
class Item(val name: String, var price: Int = 0, code: UUID)(implicit log: Log)
    extends Thing(code)
    with Named
    with Priced[Int] {
  // A field, a lazy one, a mutable one and a constant.
  val id = code.toString
  private lazy val label: String = name + id
  protected var count = 0
  final val Limit = 10

  // A secondary constructor.
  def this(name: String) = this(name, 1, UUID.randomUUID())(Log.default)

  /** The plain parameter is seen in methods too. */
  override def describe(): String = {
    count += 1
    log.info(code)
    label
  }

  // A procedure of the old style.
  def clear() { count = 0 }
}

// A case class: the parameters of the first list are fields.
final case class Line(item: Item, amount: Int)(val note: String) extends Ordered[Line] {
  def compare(that: Line): Int = amount.compare(that.amount)
}

// Its companion, with a factory that makes one.
object Line {
  def one(item: Item): Line = Line(item, 1)("")
  private[stock] val none: Option[Line] = None
}

// A trait with abstract members, and a type member.
sealed trait Priced[+T] { self: Named =>
  type Currency <: AnyRef
  def price: T
  val rate, factor: Double
  protected[this] def round(x: Double): Double = x.round
}

// A trait over a trait of the file; an abstract class with a private constructor.
trait Discounted extends Priced[Int]

abstract class Base private (private[this] val key: Int) extends Discounted

case object Nothing2 extends Discounted

// An implicit class and an implicit conversion.
object Implicits {
  implicit class Rich(private val text: String) extends AnyVal {
    def shout: String = text.toUpperCase
  }

  implicit def toRich(n: Int): Rich = new Rich(n.toString)
}

// Anonymous classes: with one base, with several, and with none.
object Makers {
  val plain = new Item("a") { override def describe() = "b" }
  val mixed = new Base(1) with Named with Priced[Int] { def price = 2 }
  val structural = new { def run(): Unit = plain.clear() }
  val instance = new ArrayBuffer[Line](10)
}

// Nested types, and a class with bounds on its type parameters.
class Outer[A <: Comparable[A], F[_]: Monad](f: F[A]) {
  class Inner { val outer = Outer.this }
  object Shared
  def make: Inner = new Inner
}
