}}}
fun survives() { ok() }
)))
class Also
