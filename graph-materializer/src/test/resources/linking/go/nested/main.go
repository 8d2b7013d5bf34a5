package main

import (
	"example.org/other"
	"example.org/root/tools/sub"
	"example.org/rootless"
)

type visitor struct{ sub.Set[string] }

func main() {
	other.Help()
	rootless.Run()
	v := visitor{}
	v.First()
	type local struct{ visitor }
	local{}.visitor.First()
	var walk func()
	walk = func() { walk() }
	walk()
}
