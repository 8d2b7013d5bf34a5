package merge

object Settings {
<<<<<<< HEAD
  val a = 1
=======
  val a = 2
>>>>>>> other
  def b = a
}
