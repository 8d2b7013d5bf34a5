package store

// Store is one store.
type Store struct {
	Base
}

func New() *Store { return &Store{} }
