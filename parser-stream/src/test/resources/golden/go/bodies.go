package flow

import "net/http"

type point struct{ x, y int }

func walk(items []point, byName map[string]*point, in <-chan point) (total int, err error) {
	p, q := &point{x: 1}, new(point)
	n, err := load(p.x)
	if v, ok := byName["a"]; ok && v.x > 0 || n == 1 {
		v.y = n
	} else if err != nil {
		return 0, err
	}
	for i, item := range items {
		total += item.x * i
		items[i].y++
	}
	for len(items) > 0 {
		items = append(items[:0], items[1:]...)
	}
	visit := func(n int) { q.x = n }
	visit(3)
	var again func(int)
	again = func(n int) { again(n - 1) }
	go again(1)
	defer visit(2)
	switch t := any(p).(type) {
	case *point:
		t.x = 0
	case nil, error:
		_ = t
	default:
		panic(t)
	}
	select {
	case got, ok := <-in:
		total += got.x
		_ = ok
	default:
	}
	tests := []struct{ in, want string }{{"a", "b"}, {in: "c", want: Label}}
	for _, tt := range tests {
		http.Error(nil, tt.in, http.StatusOK)
	}
	type local struct{ point }
	const depth = 3
	lookup := map[point]string{{x: 1}: "one"}
	table := [2][2]func(int) point{}
	_ = table[n][0](n).x
	_ = (*point)(nil).y
	_ = local{point: point{}}.point.x
	_ = lookup[point{y: depth}]
outer:
	for {
		if total > limit {
			break outer
		}
	}
	return walk(nil, nil, in)
}

func chain(c *http.Client) string {
	return c.Get("a").Body.Text().Trim()[1:].(string)
}
