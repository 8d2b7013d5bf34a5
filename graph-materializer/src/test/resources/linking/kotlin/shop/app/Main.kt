package org.shop.app

import java.time.Instant
import org.shop.lib.Item
import org.shop.lib.Item.Companion.of
import org.shop.lib.ItemStore
import org.shop.lib.Kind
import org.shop.lib.Registry
import org.shop.lib.cheapest
import org.shop.lib.each as forEachItem
import org.shop.lib.label
import org.shop.other.*

class Main(private val store: ItemStore) {
  private val made = Item.Builder().title("x").build()

  fun run() {
    // Through a declared type, an inherited member with a bound type parameter, and a property.
    store.load(1).price.cents
    store.first().title
    made.open().label()
    // A companion: by its class, by an import, a constant.
    Item.of("a").touched = true
    of("b").open()
    println(Item.LIMIT)
    // An object, and a chain through it.
    Registry.store.first().label()
    // What lambdas are given.
    val items = listOf(of("c"))
    forEachItem(items) { it.label() }
    items.cheapest().title
    Registry.store.first().let { it.price }.cents
    // A local class and a local function hide what is around.
    class Item(val local: Int)
    fun label() = 1
    Item(2).local
    label()
    // Enums and a name that is another thing elsewhere.
    Kind.GOOD.worse().worse()
    Instant.now().epochSecond
    // Not there; the private one of another file; an extension that is not imported.
    made.missing()
    Registry.hidden
    made.isFree
  }
}
