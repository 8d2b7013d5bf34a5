package main

import (
	"net/http"

	"example.com/app/users"
)

type Handlers struct{}

func main() {
	h := &Handlers{}
	http.HandleFunc("/", index)
	http.HandleFunc("GET /users.json", users.List)
	http.HandleFunc("GET /items", h.items)
	http.HandleFunc("/inline", func(w http.ResponseWriter, r *http.Request) {
		save := func() { index(w, r) }
		save()
	})
}

func index(w http.ResponseWriter, r *http.Request) {}

func (h *Handlers) items(w http.ResponseWriter, r *http.Request) {}
