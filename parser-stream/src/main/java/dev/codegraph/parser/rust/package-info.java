/**
 * The Rust language: {@link dev.codegraph.parser.rust.RustIndexer} makes the facts of a source
 * file. Items, types, patterns, expressions and macros have a class each; {@link
 * dev.codegraph.parser.rust.RustContext} is what they share.
 */
@NullMarked
package dev.codegraph.parser.rust;

import org.jspecify.annotations.NullMarked;
