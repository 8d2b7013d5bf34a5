object Outer:
  def a =
      val x = 1
    x
  class Inner:
  def b = a
 def c = b
