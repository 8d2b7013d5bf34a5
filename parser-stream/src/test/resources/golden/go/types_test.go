package types

import (
	"fmt"
	"sync"
	"testing"
)

// Embedded fields: a pointer, of another package, generic; tags and blank fields.
type Embedding struct {
	*Base
	sync.Mutex
	Generic[int]
	Name string `json:"name,omitempty"`
	_    struct{}
}

// Fields of types without a name, and a type that refers to itself.
type Deep struct {
	inner struct {
		x, y int
		more []struct{ z *Deep }
	}
	call func(in Deep, rest ...string) (out <-chan Deep, err error)
}

// Interfaces: methods, embedded ones, unions.
type Full interface {
	fmt.Stringer
	interface{ Close() error }
	Do(int) (string, error)
	~[]byte | string
}

// Constants that count, and typed ones.
const (
	_  = iota
	KB = 1 << (10 * iota)
	MB
)

const limit Size = 3

type Size uint

// A value receiver, and one without a name.
func (s Size) String() string { return fmt.Sprint(uint(s)) }
func (*Embedding) Reset()     {}

// Tests, benchmarks, fuzz tests and examples.
func TestSize(t *testing.T) {
	t.Run("sub", func(t *testing.T) {
		if got := limit.String(); got != "3" {
			t.Errorf("got %s", got)
		}
	})
}

func BenchmarkSize(b *testing.B) {
	for b.Loop() {
		_ = MB
	}
}

func FuzzSize(f *testing.F) { f.Fuzz(func(t *testing.T, n int) {}) }

func ExampleSize() {
	fmt.Println(limit)
	// Output: 3
}

// A helper is none of these.
func testing_(t *testing.T) {}
