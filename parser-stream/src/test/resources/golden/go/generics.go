package list

type Number interface{ ~int | ~float64 }

type List[T any, K comparable] struct {
	items []T
	index map[K]*List[T, K]
}

func New[T any](items ...T) *List[T, string] {
	return &List[T, string]{items: items}
}

func (l *List[E, _]) Each(yield func(int, E) bool) {
	for i, e := range l.items {
		yield(i, e)
	}
}

func Sum[N Number](ns []N) (sum N) {
	for _, n := range ns {
		sum += n
	}
	return sum + N(Map[N, int](ns))
}

func use() {
	l := New[int](1, 2)
	l.Each(nil)
	Sum[int](nil)
	handlers[len("a")](1)
	var p Pair[List[int, string], error]
	_ = p.first.items
}
