package broken

type struct {
	x int
}

type T struct {
	y
	z [ int
}

type Ok int
