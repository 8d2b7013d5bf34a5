// What the grammar reads only with other bytes in place of some of these.
package rewritten

import javax.inject.Inject

/** A class that only says its type. */
trait Shape { _: Named =>
  def area: Double
}

// An annotation of the constructor.
class Service @Inject() (store: Store)(implicit context: Context) extends Base {
  def find(id: Int) = store.get(id)
}

// Two argument lists of a base.
class Hashing[A](implicit ev: Hash[A]) extends Comparing[A]()(ev) with Hash[A] {
  def hash(a: A): Int = ev.hash(a)
}

class Calls(items: Seq[Item]) {
  // The parameter of a function with its type, but without parentheses.
  def typed = items.map { item: Item =>
    item.name
  }

  // Conditions over several lines, an operator at the begin or the end of a line.
  def both(a: Boolean): Boolean =
    !a
    && items.isEmpty
    // A comment in between.
    && items.size == 0 ||
      a

  // A function in parentheses on a line of its own, with an argument behind it.
  def waits(): Unit = until(() =>
    items.forall(_.done)
      .negate, "not done")

  // A loop with parentheses and a word.
  def loop() =
    for (item <- items) do
      item.run()

  // A comment that is none.
  def directive(option: String) =
    s"//> using $option" + s"""/* ${option.trim} */"""
}
