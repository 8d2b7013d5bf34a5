// A parameter list does not end.
func first() { one() }
func second(a: Int, 
func third() { three() }
