def val class
type = Int
given with
extension def
object
