package item

import "example.org/shop/base"

type Middle struct {
	base.Root
}

type Item struct {
	Middle
}

func New() Item { return Item{} }
