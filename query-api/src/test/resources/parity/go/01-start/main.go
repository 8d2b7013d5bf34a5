package main

import (
	"fmt"

	"example.org/shop/item"
)

func pay() int {
	i := item.New()
	return i.Price()
}

func main() {
	fmt.Println(pay())
}
