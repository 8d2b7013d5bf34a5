package web

import (
	"github.com/go-chi/chi/v5"
)

// A router in a function literal has the path of the call around.
func routes(h *Handlers) chi.Router {
	r := chi.NewRouter()
	r.Get("/", h.Index)
	r.Route("/users", func(r chi.Router) {
		r.With(paginate).Get("/", h.List)
		r.Route("/{id}", func(r chi.Router) {
			r.Delete("/", h.Remove)
		})
		r.Group(func(sub chi.Router) {
			sub.Post("/", h.Create)
		})
	})
	r.Method("PUT", "/raw", h.Raw)
	// Behind it the paths are the outer router's again.
	r.Head("/after", h.Index)
	return r
}
