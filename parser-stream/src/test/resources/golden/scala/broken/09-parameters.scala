class P(val a: , b: String)(c: Long) {
  def f(x: Int, = x
  def g(y: String): Int = y.length
}
