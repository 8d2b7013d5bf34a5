package lib

open class Middle : Top()

fun Middle.label(): String = "middle"
