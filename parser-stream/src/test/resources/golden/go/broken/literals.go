package broken

var x = T{a: 1, b: , c}
var y = []int{1, 2
var z = map[string]{"a": 1}

func after() {}
