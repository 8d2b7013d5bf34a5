package main

import "example.org/shop/store"

func main() {
	s := store.Open("x")
	s.Put(1)
}
