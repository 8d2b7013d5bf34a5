package web

import "github.com/gin-gonic/gin"

// Groups put their path before those of their routes.
func engine() *gin.Engine {
	r := gin.Default()
	r.GET("/ping", func(c *gin.Context) {
		c.String(200, pong())
	})
	v1 := r.Group("/v1")
	{
		v1.POST("/login", login)
		v1.Use(auth()).DELETE("/session", auth(), logout)
		admin := v1.Group("admin")
		admin.Any("/*rest", login)
		// An empty path is the group's.
		admin.GET("", login)
	}
	r.Group("/chained").PUT("/x", login)
	r.Handle("PATCH", "/handled", login)
	return r
}

func login(c *gin.Context)  {}
func logout(c *gin.Context) {}
