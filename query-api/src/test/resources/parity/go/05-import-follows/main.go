package main

import (
	"fmt"

	shop "example.org/market/store"
)

func main() {
	s := shop.New()
	s.Open().Open()
	fmt.Println(s, limit(), maximum())
}

func limit() int { return 3 }
