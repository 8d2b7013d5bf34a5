package main

import (
	"fmt"

	"example.org/store/item"
)

func pay() int {
	i := item.New()
	return i.Price() + i.Count()
}

func main() {
	fmt.Println(pay())
}
