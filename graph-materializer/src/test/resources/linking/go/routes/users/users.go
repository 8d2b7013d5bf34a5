package users

import "net/http"

func List(w http.ResponseWriter, r *http.Request) {}
