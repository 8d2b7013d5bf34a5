package statements

import (
	"context"
	"fmt"
	"os"
)

// Results with names, several of them, and none.
func results(ctx context.Context) (n int, err error) {
	if n, err = fmt.Sscan("1", &n); err != nil {
		return
	}
	return n, nil
}

// An else-if chain, logical operators and a nested loop: complexity.
func branches(a, b int) int {
	if a > 1 && b > 1 || a == b {
		for i := 0; i < a; i++ {
			if i == b {
				continue
			}
		}
	} else if x := a * b; x > 3 {
		return x
	} else {
		return -x
	}
	return 0
}

// Switches: without a value, with an initializer, falling through, of types.
func switches(v any) string {
	switch {
	case v == nil:
		return "nil"
	}
	switch n := count(v); n {
	case 1, 2:
		fallthrough
	case 3:
		fmt.Println(n)
	default:
	}
	switch t := v.(type) {
	case fmt.Stringer:
		return t.String()
	case int, *int:
		return fmt.Sprint(t)
	case nil:
	case func(int) error:
		_ = t(1)
	}
	return ""
}

// Channels: sending, receiving, selecting; goroutines and deferred calls.
func channels(in <-chan int, out chan<- string, done chan struct{}) {
	go func(n int) {
		out <- fmt.Sprint(n)
	}(<-in)
	defer close(done)
	defer func() {
		if r := recover(); r != nil {
			panic(r)
		}
	}()
	for {
		select {
		case n, ok := <-in:
			if !ok {
				return
			}
			_ = n
		case out <- "x":
		case <-done:
			return
		}
	}
}

// Labels and jumps.
func jumps(rows [][]int) {
outer:
	for _, row := range rows {
		for range row {
			break outer
		}
		goto end
	}
end:
	os.Exit(1)
}

// Names that are bound again, assigned, swapped and shadowed; closures that call themselves.
func scopes(values []int) int {
	x, y := 1, 2
	x, z := 3, x
	x, y = y, x
	{
		x := z
		x++
		_ = x
	}
	var fib func(int) int
	fib = func(n int) int {
		if n < 2 {
			return n
		}
		return fib(n-1) + fib(n-2)
	}
	add := func(delta int) { x += delta }
	add(fib(y))
	values[0], total = x, y
	total <<= 2
	return x
}

var total int

// Types, constants and variables of a function.
func local() any {
	type point struct{ x, y int }
	type points []point
	const origin, far = 0, 1 << 3
	var first, second point = point{origin, far}, point{y: far}
	return append(points{first}, second)[0].x
}
