package broken

func m() {
	if a {
		one()
	}}
	for i := range {
		two(i)
	}
	x :=
	y.
	three()
}

func n() {}
