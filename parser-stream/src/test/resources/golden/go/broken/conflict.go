package broken

<<<<<<< HEAD
func a() int { return one() }
=======
func a() int { return two() }
>>>>>>> other

func b() {}
