package tests

import munit.FunSuite
import org.junit.Test
import org.openjdk.jmh.annotations._
import org.scalatest.flatspec.AnyFlatSpec

// A suite whose tests are calls: the class has the flag.
class ParserSuite extends FunSuite {
  test("adds numbers") {
    val sum = add(1, 2)
    assertEquals(sum, 3)
  }
}

class StackSpec extends AnyFlatSpec with Matchers {
  "A stack" should "pop" in {
    val stack = new Stack[Int]
    stack.push(1)
  }
}

// Methods of JUnit.
class JavaStyle {
  @Test def works(): Unit = assert(true)

  @Test(expected = classOf[IllegalStateException])
  def fails(): Unit = run()
}

// A benchmark.
@State(Scope.Benchmark)
class Speed {
  @Param(Array("1", "10")) var size: Int = _
  @Benchmark def parse(): Int = size
}

// Deprecated members.
object Old {
  @deprecated("use b", "1.0") def a: Int = b
  @deprecated type Name = String
  @transient @volatile private var cache: Cache = null
  @native def call(): Int
}
