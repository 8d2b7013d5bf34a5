class A {
  def f = 1 + ] / 2
  def g(x: Int) = f
}
