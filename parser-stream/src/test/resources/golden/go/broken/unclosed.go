package broken

func unclosed() {
	if a {
		call(b)
