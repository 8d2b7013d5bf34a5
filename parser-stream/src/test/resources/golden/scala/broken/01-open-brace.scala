package broken

class Open(val n: Int) extends Base {
  def first = n
  val second: Int = first
  def third(x: Int) = {
    x +
