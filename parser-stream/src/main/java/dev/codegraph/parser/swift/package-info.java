/**
 * The Swift language: {@link dev.codegraph.parser.swift.SwiftIndexer} makes the facts of a source
 * file. Declarations and members make entities, statements and patterns bind names, expressions
 * make references; {@link dev.codegraph.parser.swift.SwiftWalk} holds them together.
 */
@NullMarked
package dev.codegraph.parser.swift;

import org.jspecify.annotations.NullMarked;
