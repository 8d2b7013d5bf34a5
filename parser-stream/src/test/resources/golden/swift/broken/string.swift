// A string does not end.
let a = make()
let s = "never
let b = other()
