package app

import lib.Middle
import lib.label

class Leaf : Middle() {
  fun go() {
    run().stop()
    label()
    helper()
  }

  fun helper() = 2
}
