package org.example.control

// Branches: else-if counts as one chain, nesting costs more.
fun branches(n: Int): String {
  if (n < 0) {
    return "negative"
  } else if (n == 0) {
    return "zero"
  } else {
    while (more()) {
      if (n > 10) break
    }
  }
  return if (n > 100) "big" else "small"
}

// When: with a subject, a binding, types, ranges, several conditions, an else.
fun choices(shape: Shape, n: Int) =
  when (val s = shape.unwrap()) {
    is Circle -> s.radius
    is Square, is Rectangle -> s.width
    in known -> 1
    !is Line -> 2
    Shape.EMPTY, null -> n
    else -> throw IllegalStateException("$s")
  }

// Smart casts of a parameter; a guard, which the grammar does not know.
fun guards(animal: Animal) {
  when (animal) {
    is Cat if animal.hungry -> animal.feed()
    is Dog -> animal.walk()
  }
  if (animal is Fish) animal.swim()
}

// When without a subject.
fun bare(a: Boolean, b: Boolean) {
  when {
    a && b -> both()
    a -> first()
  }
}

// Loops with destructuring, labels, ranges; do-while.
fun loops(map: Map<String, Int>) {
  outer@ for ((key, value) in map) {
    for (i: Int in 0 until value) {
      if (skip(key)) continue@outer
    }
  }
  do {
    val again = next()
  } while (again)
}

// Try as a value, several catches, finally.
fun tries(): Int {
  val result =
    try {
      risky()
    } catch (e: IOException) {
      e.code
    } catch (_: java.lang.Exception) {
      0
    } finally {
      close()
    }
  return result
}

// Destructuring in lambdas and locals; local delegates.
fun components(pairs: List<Pair<Int, String>>) {
  val (number, text) = pairs.first()
  pairs.forEach { (a, b) -> print(b, a) }
  val slow by lazy { compute(number) }
  slow.use(text)
}
