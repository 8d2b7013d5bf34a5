package stock

import "testing"

func helper(t *testing.T) *Stock { t.Helper(); return &Stock{} }

func TestFind(t *testing.T) {
	tests := []struct {
		id   int
		want bool
	}{{1, true}, {id: 2}}
	for _, tt := range tests {
		if _, ok := helper(t).Find(tt.id); ok != tt.want {
			t.Fatal(tt.id)
		}
	}
}
