package org.example.types

import kotlin.collections.Map as Dictionary
import kotlin.io.*
import org.example.Outer.Inner
import org.example.`in`.Quoted

// Aliases: plain, generic, of functions.
typealias Names = List<String>

typealias Handler<T> = suspend (event: T, Context) -> Result<T>?

// Projections, star, nested generics, function types, nullable function types.
class Types<in A, out B> {
  val stars: Dictionary<*, out Number> = TODO()
  val nested: Map<String, List<Pair<A, org.example.Deep.Type>>>? = null
  val action: ((Int, Inner) -> Unit)? = null
  val extension: StringBuilder.(Int) -> Unit = {}

  // Type parameters are no references.
  fun <C : A> convert(value: C): B where C : Any = value as B

  // Definitely non-null types.
  fun <T> elvis(x: T, y: T & Any): T & Any = x ?: y
}

// Annotations: arguments, arrays, several in brackets, on types and expressions.
@Suppress("a", "b")
@Config(values = [FIRST, Second.VALUE], type = Quoted::class)
@[Inject Named("x")]
class Annotated(
  @field:NotNull val field: @Checked String,
) {
  fun body() {
    @Suppress("unused")
    val x = 1
  }
}

// Context parameters, which the grammar does not know.
context(logger: Logger, _: Scope)
fun process(item: String) {
  logger.info(item)
}
