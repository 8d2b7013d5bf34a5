package broken

func (r *) lost() { a() }

func () named() { b() }

func (r T) found() { r.c() }
