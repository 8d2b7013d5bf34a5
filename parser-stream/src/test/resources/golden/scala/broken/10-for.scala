object F {
  def f = for { x <- ; y <- ys } yield x + y
  def h = 1
}
