// A closure that does not end.
let a = items.map { x in x.go(
func after() { done() }
