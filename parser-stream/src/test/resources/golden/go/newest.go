package newest

import (
	"cmp"
	"iter"
	"maps"
	"slices"
)

// A generic alias, and one of a generic type.
type Set[T comparable] = map[T]struct{}
type Names = Tree[string]

// A constraint of types and methods, one that names itself, and an embedded one.
type Number interface {
	~int | ~int64 | ~float64
	String() string
}

type Adder[A Adder[A]] interface {
	Add(other A) A
}

type Ordered interface {
	cmp.Ordered
	Number
}

// A generic type that embeds one and holds functions of its parameters.
type Tree[T cmp.Ordered] struct {
	Node[T]
	left, right *Tree[T]
	less        func(a, b T) bool
}

type Node[T any] struct{ value T }

// An iterator: a function that returns one.
func (t *Tree[T]) All() iter.Seq[T] {
	return func(yield func(T) bool) {
		t.push(yield)
	}
}

// Blank type parameters of a receiver.
func (t *Tree[_]) push(yield func(int) bool) bool {
	return t == nil || t.left.push(yield)
}

// Ranges over numbers, functions and nothing.
func ranges(t *Tree[int], n int) (sum int) {
	for i := range n {
		sum += i
	}
	for range 3 {
		sum++
	}
	for v := range t.All() {
		sum += v
	}
	for k, v := range maps.All(map[string]int{"a": 1}) {
		sum += len(k) + v
	}
	for i, x := range slices.Backward([]int{1, 2}) {
		sum -= i * x
	}
	return
}

// Inferred and written type arguments; functions of functions.
func Map[T, U any](items []T, f func(T) U) []U {
	made := make([]U, 0, len(items))
	for _, item := range items {
		made = append(made, f(item))
	}
	return made
}

func use() {
	_ = Map([]int{1}, func(i int) string { return name(i) })
	_ = Map[int, string](nil, nil)
	pair := Pair[string, *Tree[int]]{First: "a"}
	pair.Second.All()
	var s Set[string] = Set[string]{}
	clear(s)
	_ = min(1, max(2, 3), len(s))
}

// A generic function as a value, and a method of a generic type as one.
var (
	identity = Map[int, int]
	all      = (*Tree[int]).All
)

type Pair[F, S any] struct {
	First  F
	Second S
}
