package store

type Store struct{ name string }

func Open(name string) *Store { return &Store{name: name} }

func (s *Store) Put(n int) { s.name = "put" }
