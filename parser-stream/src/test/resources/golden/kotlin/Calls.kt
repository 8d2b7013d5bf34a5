package org.example.calls

import org.example.Made

class Box(val item: Item) {
  fun open() = item
}

class Item {
  lateinit var name: String
}

fun calls(box: Box, items: List<Item>, callback: (Int) -> Unit) {
  // A chain of members of a parameter; safe calls and assertions.
  box.item.name.length
  box?.open()?.name!!.trim()
  // Trailing lambdas: alone, after arguments, with a label, named arguments, spread.
  items.forEach { it.name }
  items.fold(0) { sum, item -> sum + item.name.length }
  items.map label@{ return@label it }
  create(first = 1, *items.toTypedArray(), last = box)
  // Creation of a class of this file, of another one, and a generic call.
  Box(Item())
  Made(1)
  listOf<Item>(Item()).first()
  // A parameter that is called is no reference; neither is a local.
  callback(1)
  val local = box.open()
  local.name = "x"
  // Infix, elvis, casts, checks, ranges, indexing.
  1 to 2
  val text = local.name ?: return
  (text as CharSequence).length
  if (text is Made && local !in items) text.make()
  for (i in 0..<items.size) items[i].name
  items[0].name += "y"
  total++
  // Templates.
  println("$text ${local.name} $total ${box.open().name}")
  // Function references and class literals.
  items.map(Item::name)
  items.map(::convert)
  Item::class.java
  box::open
  String::length
  // This and super with labels.
  super<Base>.toString()
  this@Outer.run()
  // An operator on the left of a comparison; negation; logical operators.
  if (!box.isOpen() && items.isEmpty() || total < 3) stop()
  // A qualified name: the linker decides what its parts are.
  org.example.Made.create()
}

// Scope functions: what it and this are.
fun scopes(box: Box) {
  box.let { it.item }.also { made -> made.name }
  box.apply { open() }
  box.run { open().name }
  val nested = box.let { outer -> outer.item.let { it.name } }
}

// Object expressions: with bases, without, with arguments.
fun objects(seed: Int): Runnable {
  val plain = object { val inside = seed }
  return object : Task(seed), Runnable {
    override fun run() {
      execute(seed)
    }
  }
}
