package embedding

import (
	"net/http"
	"sync"
)

type Writer interface {
	http.ResponseWriter
	http.Flusher
	Size() int
}

type left struct{ name string }

type right struct{ name string }

type both struct {
	left
	right
	sync.Mutex
}

func write(w Writer, b *both, reuse []both) {
	w.WriteHeader(w.Size())
	w.Flush()
	w.Unheard()
	b.name = "?"
	b.left.name = "!"
	b.Lock()
	reuse = append(reuse, both{left: left{name: ""}})
	for _, r := range append(reuse, *b) {
		r.right.name = ""
	}
}
