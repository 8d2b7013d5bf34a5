// A protocol that is cut off in a requirement.
protocol P {
  func done()
  var x: Int {
