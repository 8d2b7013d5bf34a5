class Named {
  // A property without a name, then a sound one.
  val : Int = 3
  val sound: String = "x"
}
