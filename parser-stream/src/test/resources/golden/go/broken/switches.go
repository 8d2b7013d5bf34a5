package broken

func m() {
	switch x {
	case 1
		a()
	case :
		b()
	default
		c()
	}
	select { case <-: d() }
}
