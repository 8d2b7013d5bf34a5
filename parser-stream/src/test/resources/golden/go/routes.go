package web

import (
	"net/http"

	"example.com/app/users"
	"github.com/gorilla/mux"
)

// The method and the host may stand in the pattern.
func standard(h *Handlers) {
	http.HandleFunc("/", index)
	http.Handle("/files/", http.StripPrefix("/files/", fileServer()))
	m := http.NewServeMux()
	m.HandleFunc("GET /items/{id}", h.item)
	m.HandleFunc("example.com/host", users.List)
	// A function written in place: its code belongs to the route.
	m.HandleFunc("POST /items", func(w http.ResponseWriter, r *http.Request) {
		save(w, r)
	})
	m.Handle("/wrapped", logged(http.HandlerFunc(h.item)))
	// What makes the handler stands for it.
	m.Handle("/made", h.items.make())
}

// Methods stand behind, prefixes before.
func gorilla(r *mux.Router) {
	r.HandleFunc("/users", users.List).Methods("GET", http.MethodHead)
	api := r.PathPrefix("/api").Subrouter()
	api.HandleFunc("/users", index)
}

// The group of another function is another one.
func other(api *mux.Router) {
	api.HandleFunc("/plain", index)
}

// None of these is a route.
func none(c *Client, m map[string]string) {
	c.Get("/users", nil)
	c.HandleFunc("task", index)
	c.Handle(path, index)
	c.GET("/users")
}

func index(w http.ResponseWriter, r *http.Request) {}
