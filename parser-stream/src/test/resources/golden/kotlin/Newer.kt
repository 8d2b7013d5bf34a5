package org.example

import org.example.host.Host

// Two annotations above a declaration that another one follows belong to the declaration.
@Marker
@Named("first")
public class First(private val host: Host) {
  var size: Int = 0

  // A member of what a call gives is written to; what stands before it is read.
  fun resize(value: Int) {
    if (value > 0) {
      host.socket().size = value
    }
    host.socket()!!.inner.count += value || host.quiet
    host.rows()[1].text = "a"
    host.cells()[0] = value
    (host as First).size = 1
    host.socket()
      .peer?.name=text
  }

  // The object that a class holds may stand on one line.
  companion object { val made = First(Host()) }
}

@Marker
@Deprecated("old")
internal fun Host.close() {
  socket().close()
}

// A string with two dollars takes values behind two of them.
const val KEY = $$"$ref"
val shown = $$"""{ "key": "$id", "name": $$KEY, "size": ${no} $${First.made.size} }"""

// What goes on in the next line: bounds of type parameters, and delegates.
abstract class Bound<T>(val source: T) : Base(), Other
    where T : org.example.host.Readable, T : Closeable {
  val later: Int
    by lazy { 1 }
}

// Parameters of a constructor may be actual.
public actual class Frame(
  public actual val fin: Boolean,
  actual override val data: ByteArray,
)

// Receivers in parentheses, with type arguments, and with context.
fun configure(
  first: Config.Inner<Host>.() -> Unit,
  second: suspend (Host).() -> Unit,
  third: context(Scope) () -> Unit = {},
) {}

fun choose(value: Any, limit: Int) =
  when (value) {
    null -> if (limit > 0) return
    is Host -> if (limit == 0) { return }
    in 'a'..'f' -> 1
    !in known -> 2
    // A guard behind else.
    else if limit > 3 -> 3
    else -> value.first().second(limit)
  }

// One annotation for all that belongs to a property.
@all:Named("all") val all = 1

fun interface Handler { fun handle(value: Int): Int }

interface Plain { fun one() }

fun calls(items: List<Host>, handler: (Host) -> Unit) {
  items.map { (handler)(it) }
  val pending = suspend { items.size }
  items.firstNotNullOf { annotation -> annotation.name }
  fun inner() {
    pending()
  }
  (items.first() ?: items.last()).close()
  return run@{ it -> items.size }
}
