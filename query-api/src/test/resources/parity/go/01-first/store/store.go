package store

// Base holds what all stores share.
type Base struct{}

// Open opens it.
func (b *Base) Open() *Base { return b }

// Store is one store.
type Store struct {
	Base
}

func New() *Store { return &Store{} }
