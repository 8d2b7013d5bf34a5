package item

import "example.org/store/base"

type Middle struct {
	base.Other
}
