package code

object Expressions {
  private var total = 0
  private val buffer = Buffer[Int]()

  // Chains, several argument lists, type arguments, blocks as arguments.
  def chains(xs: List[Int]): Unit = {
    xs.map(_ + 1).filter(keep).foldLeft(0)((a, b) => a + b)
    make[String](1, name = "x").apply(2) { y => y.length }
    within(xs) { _.head }
  }

  // Infix, postfix and prefix operators; those that end in a colon belong to their right side.
  def operators(a: Vec, b: Vec): Any = {
    val c = a dot b
    val d = 1 :: 2 :: Nil
    val e = a +: d
    val f = a |+| b
    if (a == b && !done || a.size > 3) c else d
    xs.toList sorted
  }

  // Assignments: a field, a member, an element, an operator that assigns and one that does not.
  def assignments(other: Node): Unit = {
    total = 1
    other.next = null
    table(total) = 2
    total += 1
    buffer += total
    other.count -= 1
  }

  // Patterns: types, extractors, tuples, alternatives, bound names, constants, variables.
  def patterns(x: Any): Int = x match {
    case n: Int if n > total => n
    case Some(inner) => inner.size
    case head :: tail => tail.length
    case (a, Point(px, _)) => a + px
    case whole @ Line(first, rest @ _*) => whole.length
    case Limits.Max | `total` | Zero => 0
    case s: Map[k, v] => s.size
    case date"$year-$month" => year.toInt
    case _ => -1
  }

  // A partial function, a function of two parameters, a method as a value.
  def functions(): Unit = {
    val partial: PartialFunction[Int, String] = { case 1 => "one" }
    val add = (a: Int, b: Int) => a + b
    add(1, 2)
    val lifted = patterns _
    xs.foreach { case (k, v) => println(k) }
    xs.foreach { item =>
      val doubled = item * 2
      println(doubled)
    }
  }

  // Comprehensions: generators, values, guards, patterns.
  def comprehension(pairs: Seq[(Int, String)]) =
    for {
      (n, text) <- pairs
      half = n / 2
      if half > 0
      letter <- text
    } yield letter.toInt + half

  // Loops and handlers.
  def loops(): Unit = {
    while (total < 10) total = total + 1
    do { step() } while (running)
    try risky()
    catch {
      case e: java.io.IOException => log(e)
      case other: Throwable => throw new RuntimeException("x", other)
    } finally close()
    return
  }

  // Texts with code in them; an interpolator of somebody's own.
  def texts(user: User) = {
    val plain = s"hello $user and ${user.name.trim}"
    val query = sql"select ${user.id}"
    f"$total%d" + raw"\n"
  }

  // Casts, types as values, ascriptions.
  def casts(x: Any): String = {
    val kind = classOf[String]
    (x: Any).hashCode
    call(values: _*)
    x.asInstanceOf[Named].name
  }

  // Several names at once, and patterns that define members.
  val (left, right) = pair()
  val first :: _ = list
  val one, two = 1
  val Config(host, port: Int) = load()

  // A function as a field is a method; a field of a function type is none.
  val square = (n: Int) => n * n
  val handler: Int => Unit = println(_)

  // Values in a block in a field are local.
  val computed = {
    val step = 1
    def helper(n: Int) = n + step
    helper(step)
  }

  // Imports in code, of what a value has.
  def scoped(db: Database) = {
    import db.profile._
    query(db)
  }

  // Self references.
  class Nested extends Parent {
    def up = super.toString + Expressions.this.total + this.down
    def down = super[Parent].hashCode
  }
}
