package org.mixed

// Java's types, their inherited members, and statics.
class Derived : Base() {
  fun run() {
    next().next()
    size
    Base.make().next()
    val other: Base = Derived()
    other.next()
  }
}
