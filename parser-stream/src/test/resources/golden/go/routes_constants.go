package a
import "github.com/gin-gonic/gin"
const base = "/api"
const (
  users = base + "/users"
  other = "x"
)
func f(r *gin.Engine) {
  r.GET(users, list)
  r.GET(base+"/y", y)
  g := r.Group(base)
  g.POST("/z", z)
  v := "/v"
  r.GET(v, list)
  http.HandleFunc("GET "+base+"/h", h)
  mux.HandleFunc("POST /items/{id}", h)
  c.GET(other, h)
}
