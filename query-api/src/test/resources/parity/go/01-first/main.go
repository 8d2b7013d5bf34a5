package main

import (
	"fmt"

	"example.org/shop/store"
)

func main() {
	s := store.New()
	s.Open().Open()
	fmt.Println(s, limit())
}

func limit() int { return 3 }
