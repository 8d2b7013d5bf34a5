/**
 * The Go language: {@link dev.codegraph.parser.golang.GoIndexer} makes the facts of a source file,
 * {@link dev.codegraph.parser.golang.GoModIndexer} those of a module's manifest. Types are written
 * down in one spelling whatever the source looks like: no parameter names in function types, no
 * parentheses, single spaces; a struct or interface type in the middle of another type is an entity
 * of its own, named {@code <anonymous>}, with its text as signature.
 */
@NullMarked
package dev.codegraph.parser.golang;

import org.jspecify.annotations.NullMarked;
