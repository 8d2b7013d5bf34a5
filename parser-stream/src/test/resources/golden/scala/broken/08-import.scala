import a.b.
import c.{d, , e}
import f.g

class UsesG extends G
