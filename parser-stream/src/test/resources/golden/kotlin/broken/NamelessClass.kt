// A class without a name.
class {
  fun inside() {}
}

object Sound
