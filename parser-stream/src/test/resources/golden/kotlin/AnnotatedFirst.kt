package org.example

import org.example.Target
import org.example.Other

// Several annotations above a first class without a body: the grammar sees a call there.
@Target(Other::class)
@Delete
class First

@Target(Other.Companion::class)
@Delete
class Second {
  @Keep
  fun find(): Other = Other.make()
}
