interface Late {
  fun f(): @
  fun g(x: List<): Int
}
@
enum class E { A, B(, C }
