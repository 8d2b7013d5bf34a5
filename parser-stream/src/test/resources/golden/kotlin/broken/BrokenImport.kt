import a.b.
import c.d.E

class UsesE : E(

fun sound() = E()
