package item

func (i Item) Price() int { return 4 }
