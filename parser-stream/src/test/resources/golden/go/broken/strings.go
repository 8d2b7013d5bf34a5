package broken

var s = "never closed

var t = `open

func after() {}
