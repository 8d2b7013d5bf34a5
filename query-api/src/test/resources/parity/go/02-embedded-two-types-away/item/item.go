package item

type Item struct {
	Middle
}

func New() Item { return Item{} }
