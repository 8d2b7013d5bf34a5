// A call does not end.
func f() {
  call(a, 
}
func g() { other() }
