package other

import lib.Middle

fun Middle.label(): String = "other"
