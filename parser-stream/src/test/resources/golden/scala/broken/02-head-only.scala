object Head {
  def (x: Int) = x
  trait Sound { def a: Int }
  def sound(n: Int) = n
}
