package shop

import (
	"fmt"
	"net/http"
	"strings"

	"example.org/outside"
	"example.org/work/missing"
	"example.org/work/stock"
	money "example.org/work/stock/internal"
)

type Shop struct {
	stock.Stock
	log   func(string) (*stock.Item, error)
	rooms map[string]*Shop
	http.Handler
}

func Open(s *stock.Stock, n stock.Named) {
	item, ok := s.Find(1)
	fmt.Println(item.Kind.String(), ok, item.Price.Add(money.Money{}).Cents)
	item.Touch().Touch().ID = 2
	item.hidden()
	n.Name()
	for _, tag := range s.Tags(1) {
		strings.ToUpper(tag.Text)
	}
	for _, one := range s.All() {
		one.Touch()
	}
	switch v := any(n).(type) {
	case *stock.Item:
		v.Touch()
	case stock.Kind:
		v.String()
	}
	shop := &Shop{Stock: *s, rooms: map[string]*Shop{"a": {log: nil}}}
	shop.Find(2)
	shop.ServeHTTP(nil, nil)
	shop.rooms["a"].Stock.Find(3)
	logged, err := shop.log("x")
	logged.Touch()
	err.Error()
	var alias stock.Alias
	alias.Touch()
	var copied stock.Copy
	copied.Kind.String()
	stock.Default.Find(1)
	stock.ErrNone.Error()
	stock.small()
	outside.Do().Then(outside.Value)
	missing.Call()
	len(nowhere)
	new(stock.Item).Touch()
	stock.Kind(1).String()
	(*stock.Stock).Find(s, 1)
	unknown().Touch()
	items := make(chan *stock.Item)
	(<-items).Touch()
	cost := func() money.Money { return money.Money{} }
	cost().Add(cost())
}

func min(a, b int) int { return 0 }

var smallest = min(1, max(2, 3))
