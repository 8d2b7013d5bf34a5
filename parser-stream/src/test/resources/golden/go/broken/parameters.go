package broken

func m(a int, , b string {
	use(a, b)
}

func n() {}
