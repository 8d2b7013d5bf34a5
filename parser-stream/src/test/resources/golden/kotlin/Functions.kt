package org.example.functions

// Top-level function with defaults, vararg, and a lambda with receiver.
inline fun <reified T : Any> build(
  name: String,
  vararg parts: T,
  count: Int = parts.size,
  noinline block: Builder.(T) -> Unit = {},
): List<T>? where T : Comparable<T> = parts.map { it }

// Extension functions: simple, generic, nullable and qualified receivers.
fun String.shout() = uppercase()

fun <T> List<T>.second(): T = this[1]

fun String?.orDash(): String = this ?: "-"

fun Map.Entry<String, Int>.pair() = key to value

// Operator, infix, tailrec, suspend, private.
operator fun Vector.plus(other: Vector): Vector = Vector(x + other.x)

infix fun Int.power(exponent: Int): Int = exponent

private tailrec suspend fun poll(times: Int): Unit = if (times > 0) poll(times - 1) else Unit

external fun native(): Int

// Local functions see what is around them and themselves; local classes and aliases too.
fun outer(limit: Int): Int {
  fun inner(n: Int): Int = if (n > limit) n else inner(n + 1)

  class Local(val n: Int)

  val local = Local(inner(1))
  return local.n
}

// Function values: named by the variable that holds them.
val twice = { n: Int -> n * 2 }
val thrice = fun(n: Int): Int {
  return n * 3
}

fun values() {
  val half = { n: Int -> n / 2 }
  half(twice(4))
}

// The function type with a dotted receiver, which the grammar does not know.
fun configure(block: Server.Builder.(port: Int) -> Unit, next: suspend () -> Unit) {}

// Default values see earlier parameters; annotations on parameters.
fun range(from: Int, to: Int = from + STEP, @Named("x") label: String) {}

// A name in backticks.
fun `adds two numbers`() = `adds two numbers`()

// Main, and a function of the same name that is none.
fun main(args: Array<String>) {
  println(args.size)
}

fun main(count: Int) {}
