enum E:
  case A(
  case B
  def f = 1

object After:
  val x = E.B
