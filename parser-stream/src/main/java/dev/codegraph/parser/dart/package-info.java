/**
 * The Dart language: {@link dev.codegraph.parser.dart.DartIndexer} makes the facts of a source
 * file. The grammar puts what is applied to an operand beside it, not around it, and a function's
 * body beside its head, so the walk goes over runs of siblings; {@link
 * dev.codegraph.parser.dart.DartWalk} holds the parts together.
 */
@NullMarked
package dev.codegraph.parser.dart;

import org.jspecify.annotations.NullMarked;
