package main

import "example.org/root/tools/sub"

type user struct{}

func (user) Name() string { return "" }

func main() {
	var set sub.Set[*user]
	set.First().Name()
	sub.Names[user](nil)
	sub.Names([]user{})
}
