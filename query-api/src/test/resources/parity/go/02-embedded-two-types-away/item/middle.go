package item

import "example.org/shop/base"

type Middle struct {
	base.Other
}
