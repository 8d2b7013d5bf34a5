fun text() {
  // A string that does not end.
  val s = "abc
  call(s)
}

fun later() {}
