package broken

fun sound() = 1

// Cut in the middle of a parameter list.
fun cut(a: Int, b: 