package broken

func before(a int) int { return helper(a) }

func middle( {
	if x := compute(; x > {
		use(x)

type Half struct {
	name string
	other
