package ops

// Operators as methods, with a unary and an update, and names in backticks.
final case class Vec(x: Double, y: Double) {
  def +(that: Vec): Vec = Vec(x + that.x, y + that.y)
  def unary_- : Vec = Vec(-x, -y)
  def ::(n: Int): Vec = this
  def apply(i: Int): Double = if (i == 0) x else y
  def update(i: Int, v: Double): Unit = ()
  def `type`: String = "vec"
  def name_=(n: String): Unit = ()
}

// Types that are written as operators.
class <=>[A, B]
trait Laws[F[_]] {
  def iso: F[Int] <=> F[Long]
  def either: Int Either String
  def refined: AnyRef { def close(): Unit; val size: Int }
  def path: Outer#Inner
  def single: ops.type
  def existential: List[_ <: Number]
  def function: (Int, => String, Long*) => Unit
  def byName(f: => Int, rest: String*): F[_]
}

// Variance and bounds of all kinds.
class Bounds[+A, -B >: Null <: AnyRef, C <% Ordered[C], D: Ordering: Numeric]
