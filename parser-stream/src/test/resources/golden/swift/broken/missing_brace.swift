// The brace of a function is missing; what comes before is whole.
struct Whole { let a: Int }
func open(x: Int) {
  print(x)
