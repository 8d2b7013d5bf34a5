object Text {
  val s = "never closed
  def next = s
}

class Later { def x = 1 }
