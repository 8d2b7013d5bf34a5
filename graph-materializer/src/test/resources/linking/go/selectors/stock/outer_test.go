package stock_test

import (
	"testing"

	. "example.org/work/stock"
)

func TestOuter(t *testing.T) {
	var s *Stock
	s.Find(1)
	helper(t)
	_ = Small.String()
}
