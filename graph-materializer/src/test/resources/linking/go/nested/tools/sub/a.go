package sub

type Set[T any] struct{ items []T }

func (s *Set[T]) First() T { return s.items[0] }

type Named interface{ Name() string }

func Names[N Named](ns []N) { ns[0].Name() }
