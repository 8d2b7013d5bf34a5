object M {
  def f(x: Any) = x match {
    case => 1
    case Some( => 2
    case n: Int => n
  }
  def after = f(1)
}
