package org.example.properties

// Constants, plain and annotated properties.
const val LIMIT: Int = 10

@Volatile private var state = State()

lateinit var later: String

// Accessors: on the same line, behind, private, with a receiver, with field and value.
val String.half: String get() = substring(0, length / 2)

var counter: Int = 0
  get() = field + offset
  set(value) {
    field = value
    notify(value)
  }

class Holder(seed: Int) {
  var shown = seed
    private set

  val size: Int
    get() {
      if (shown > 3 && seed > 3) return cache
      return 0
    }

  // Delegated properties.
  val lazyValue: Heavy by lazy { Heavy(seed) }
  var observed by Delegates.observable(0) { _, old, new -> log(old, new) }

  // A property that holds a function is a method.
  val handler: (Int) -> Unit = { handle(it) }

  // A generic extension property.
  val <T> List<T>.last2: T
    get() = this[size - 2]
}

// Several from one value.
val (left, _, right) = split()
