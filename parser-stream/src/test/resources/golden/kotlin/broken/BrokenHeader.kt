class Outer(val a: Int, val b) {
  fun f( = 1
  fun g(): Int { return a }
  companion object
}
