/**
 * Facts of Scala, of version 2 with braces and of version 3 with indentation alike. See {@link
 * dev.codegraph.parser.scala.ScalaIndexer} for what is particular to these facts.
 */
@NullMarked
package dev.codegraph.parser.scala;

import org.jspecify.annotations.NullMarked;
