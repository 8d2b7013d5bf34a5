package broken

// The brace of a function is missing.
class Open {
  fun first() {
    call()

  fun second() {}
}

fun after() {}
