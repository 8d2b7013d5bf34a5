package web

import "github.com/labstack/echo/v4"

// The handler stands before what runs before it.
func register(e *echo.Echo) {
	e.GET("/users/:id", user, middleware)
	g := e.Group("/admin", middleware)
	g.POST("/users", create)
}

func user(c echo.Context) error { return nil }

func create(c echo.Context) error { return nil }

func middleware(next echo.HandlerFunc) echo.HandlerFunc { return next }
