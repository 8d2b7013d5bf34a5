package org.shop.lib

// A base with a generic result, inherited by two classes.
abstract class Store<T>(val name: String) {
  abstract fun load(id: Int): T

  fun first(): T = load(0)
}

class Item(val title: String, val price: Price) {
  constructor(title: String) : this(title, Price(0))

  fun open() = apply { touched = true }

  var touched = false

  // A companion: its members are called on the class.
  companion object {
    const val LIMIT = 10

    fun of(title: String): Item = Item(title)
  }

  class Builder {
    private var title = ""

    fun title(title: String) = apply { this.title = title }

    fun build(): Item = Item(title)
  }
}

class Price(val cents: Int) {
  operator fun plus(other: Price): Price = Price(cents + other.cents)
}

class ItemStore : Store<Item>("items") {
  override fun load(id: Int): Item = Item.of("item $id")
}

// Extensions, of a class and of a list of it.
fun Item.label(): String = "$title ${price.cents}"

fun List<Item>.cheapest(): Item = first()

val Item.isFree: Boolean
  get() = price.cents == 0

typealias Items = List<Item>

fun each(items: Items, action: (Item) -> Unit) {
  for (item in items) action(item)
}

object Registry {
  val store = ItemStore()

  private val hidden = 1
}

enum class Kind {
  GOOD,
  BAD;

  fun worse(): Kind = BAD
}
