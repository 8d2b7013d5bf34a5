package modern

import cats.{Monad as M, *}
import cats.syntax.all.given
import scope.{given Order[?], value}
import util.Try as Attempt

// An enum with a parameter, cases of all forms, and a member.
enum Color(val rgb: Int) derives Eq, Show:
  /** Red. */
  case Red extends Color(0xff0000)
  case Green, Blue
  case Mixed(parts: List[Color], note: String = "") extends Color(1)

  def isRed: Boolean = this == Red
  export Helpers.{mix as blend, *}
end Color

object Color:
  def parse(text: String): Option[Color] = text match
    case "red" => Some(Red)
    case s if s.startsWith("#") => Some(Mixed(Nil))
    case _ => None

// Givens: with a name and a body, without a name, with a value, with parameters.
given colors: Ordering[Color] with
  def compare(a: Color, b: Color): Int = a.rgb - b.rgb

given Show[Color] with
  extension (c: Color) def show: String = c.toString

given limit: Int = 3

given [A](using order: Ordering[A]): Ordering[List[A]] = order.lists

// Extensions: one method, several, with type parameters and using clauses.
extension (text: String)
  def words: Array[String] = text.split(" ")
  private def size2: Int = text.length * 2

extension [T: Show](xs: List[T])(using limit: Int) def first: T = xs.head

// Opaque types, aliases, match types, type lambdas.
object Ids:
  opaque type Id <: AnyVal = Long
  type Pair[A] = (A, A)
  type Elem[X] = X match
    case Array[t] => t
    case String => Char
  type Half = [B] =>> Either[Id, B]

// Members at the top level, with a constant and an inline method.
inline val Max = 10
val names = List("a", "b")
var state: Int = 0
lazy val shared = compute(names)
transparent inline def twice(inline n: Int): Int = n + n

// Context functions, dependent and polymorphic functions.
type Task = Context ?=> Int
def run(task: Task)(using Context): Int = task
val identity2 = [T] => (x: T) => x

// An entry point.
@main def start(args: String*): Unit =
  val lines = args.map: arg =>
    val trimmed = arg.trim
    trimmed.toLowerCase
  lines.foreach(println)
  for
    line <- lines
    word = line.words
    if word.nonEmpty
  do state = word.length
  val result = try lines.head catch case e: NoSuchElementException => e.getMessage
  if result == null then run(3)
  else if result.isEmpty then throw Exception("none")
  else println(s"$result of ${names.size}")

// Macros: quotes and splices.
inline def debug(inline x: Any): Unit = ${ debugImpl('x) }
def debugImpl(x: Expr[Any])(using Quotes): Expr[Unit] = '{ println(${ x }) }

// Local definitions are seen before they stand; a local class and a local given.
def locals(n: Int): Int =
  def even(k: Int): Boolean = if k == 0 then true else odd(k - 1)
  def odd(k: Int): Boolean = if k == 0 then false else even(k - 1)
  class Box(val value: Int)
  given Int = n
  val box = Box(n)
  box.value

// A trait whose parameters are asked of the context, an open class, an infix type.
trait Service(using log: Log):
  infix def or(other: Service): Service
  def both: Service & Log

open class Default(using Log) extends Service, Closeable:
  def or(other: Service) = this or other
  def both = ???
  def close(): Unit = ()
