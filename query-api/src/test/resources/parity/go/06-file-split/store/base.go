package store

// Base holds what all stores share.
type Base struct{ Inner }

// Inner was put between.
type Inner struct{}

// Open opens it.
func (i *Inner) Open() *Inner { return i }
