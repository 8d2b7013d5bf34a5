// A type without a name.
struct { let a: Int }
class Named { func run() { go() } }
