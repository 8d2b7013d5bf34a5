/**
 * Facts of Kotlin. The grammar names no parts of its nodes, so they are found by kind and place;
 * and it is older than some of today's syntax, which is written in older words of the same length
 * before it is parsed. See {@link dev.codegraph.parser.kotlin.KotlinIndexer} for what is particular
 * to these facts.
 */
@NullMarked
package dev.codegraph.parser.kotlin;

import org.jspecify.annotations.NullMarked;
