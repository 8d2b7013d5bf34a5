// Package stock keeps items.
package stock

import (
	"errors"
	"sync"

	odd "example.org/work/stock/internal"
)

var ErrNone = errors.New("none")

var Default = NewStock()

type Kind int

const (
	Small Kind = iota
	Large
)

func (k Kind) String() string { return "" }

type Named interface{ Name() string }

type Item struct {
	*Base
	Kind  Kind
	Price odd.Money
	tags  map[string][]Tag
}

type Base struct {
	sync.Mutex
	ID int
}

func (b *Base) Touch() *Base { return b }

func (b Base) hidden() {}

type Tag struct{ Text string }

type Stock struct{ items []*Item }

func NewStock() (*Stock, error) { return &Stock{}, nil }

func (s *Stock) Find(id int) (*Item, bool) {
	for _, item := range s.items {
		if item.ID == id {
			return item, true
		}
	}
	return nil, false
}

func (s *Stock) All() func(yield func(int, *Item) bool) { return nil }
