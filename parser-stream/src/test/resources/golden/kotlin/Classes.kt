@file:JvmName("Classes")

package org.example.shapes

/** A data class: its properties stand in the primary constructor, plain parameters do not. */
data class Point<out T : Any>(
  val x: Int,
  private var y: Int = 0,
  scale: Int,
) : Base<T>(scale), Shape by delegate(scale) {
  // A property initialised from a constructor parameter, and a function that cannot see it.
  val scaled = scale * x

  fun unscaled() = scale

  // An init block sees the parameter, and writes a property.
  init {
    y = scale
    register(this)
  }

  // A secondary constructor calls the primary one.
  @Deprecated("use the other")
  constructor(both: Int) : this(both, both, 1) {
    log(both)
  }

  /** A companion without a name. */
  companion object {
    const val ORIGIN = 0
  }

  inner class Cursor
}

// An interface with a body and one without; interfaces extend.
sealed interface Shape : Comparable<Shape> {
  val area: Double

  fun describe(): String = "shape"

  fun draw(on: Canvas)
}

// A functional interface, which the grammar does not know.
fun interface Visitor<R> {
  fun visit(shape: Shape): R
}

// Enum with constructor, annotated entry, and an entry with a body.
enum class Color(val rgb: Int) : Named {
  @Pale
  WHITE(0xFFFFFF) {
    override fun label() = "white"
  },
  BLACK(0b0000);

  abstract fun label(): String
}

// Annotation class with a use-site target on its parameter.
@Target(AnnotationTarget.CLASS)
annotation class Marker(@get:JvmName("named") val name: String)

// A value class, an object with bases, a data object, a named companion.
@JvmInline
value class Meters(val value: Double)

object Registry : HashMap<String, Shape>(), Closeable {
  override fun close() {}
}

data object Nothing2

class Host {
  companion object Factory : Maker {
    @JvmStatic
    fun make() = Host()
  }
}

// A private annotated constructor on a line of its own.
class Injected
  @Inject
  internal constructor(
    private val service: Service,
  ) : Runnable {
    override fun run() = service.call()
  }

// Bounds in a where clause; an abstract class with a protected member.
abstract class Sorted<T, R>(items: List<T>) where T : Comparable<T>, R : Any {
  protected abstract val first: T?
  internal lateinit var last: R
}

expect class Platform() {
  fun name(): String
}
