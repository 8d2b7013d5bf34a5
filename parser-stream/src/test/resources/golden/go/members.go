// Package shop sells things.
package shop

import (
	"fmt"

	stock "example.org/stock"
)

// Order is what somebody wants.
type Order struct {
	Items []stock.Item
	total int
}

// Add adds an item.
func (o *Order) Add(item stock.Item) error {
	for _, known := range o.Items {
		if known.Name == item.Name {
			return fmt.Errorf("twice: %s", item.Name)
		}
	}
	o.Items = append(o.Items, item)
	return nil
}
