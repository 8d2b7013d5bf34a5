package expressions

import (
	"net/http"
	str "strings"
	"time"
)

type handler func(http.ResponseWriter, *http.Request)

// A method of a function type; a method value and a method expression.
func (h handler) serve(w http.ResponseWriter) { h(w, nil) }

var (
	value      = handler(nil).serve
	expression = (*client).get
)

type client struct {
	http.Client
	base  string
	cache map[string][]byte
	next  *client
}

// Literals: structs with and without names, nested ones, arrays, maps, functions.
var clients = []*client{
	{base: "a", cache: map[string][]byte{"k": {1, 2}}},
	{http.Client{Timeout: 3 * time.Second}, "b", nil, nil},
	&client{next: &client{base: str.Repeat("c", 2)}},
}
var grid = [...][2]int{5: {1, 2}, {3}}

var anonymous = struct {
	name string
	run  func() error
}{"n", func() error { return nil }}

// Chains: fields, elements, calls, assertions, slices, promoted members.
func (c *client) get(url string) (string, error) {
	response, err := c.Do(&http.Request{Method: http.MethodGet})
	if err != nil {
		return "", err
	}
	defer response.Body.Close()
	c.cache[url] = append([]byte(nil), c.cache["x"][1:2:3]...)
	c.next.next.cache = nil
	text := any(c).(interface{ String() string }).String()
	return str.NewReplacer("a", "b").Replace(text)[len(url):], c.next.fail()
}

// Conversions, dereferences, addresses, operators and constants.
func operators(p *int, b []byte) (rune, bool) {
	*p = int(float64(*p) * 1e3)
	n := uint8(0x1F) &^ 3 << 2 % 5
	s := string(b) + `raw\n` + str.ToUpper("x")
	f := (func(int) bool)(nil)
	q := &(*p)
	return 'x', !f(*q) && s != "" || -n > 3
}

// Functions that take and return functions, called at once; variadic arguments.
func compose(all ...func(int) int) func(int) int {
	return func(n int) int {
		for _, each := range all {
			n = each(n)
		}
		return n
	}
}

var composed = compose(double, double)(3)

func double(n int) int { return compose([]func(int) int{double}...)(n) * 2 }
