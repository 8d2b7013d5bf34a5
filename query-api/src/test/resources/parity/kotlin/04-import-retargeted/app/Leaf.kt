package app

import lib.Middle
import other.label

class Leaf : Middle() {
  fun go() {
    run().label()
    label()
    helper()
  }
}
