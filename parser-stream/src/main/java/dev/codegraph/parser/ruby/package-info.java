/**
 * The Ruby language: {@link dev.codegraph.parser.ruby.RubyIndexer} makes the facts of a source
 * file. What a class body calls can declare as much as its keywords do, so calls are looked at
 * before they are references; {@link dev.codegraph.parser.ruby.RubyWalk} holds the parts together.
 */
@NullMarked
package dev.codegraph.parser.ruby;

import org.jspecify.annotations.NullMarked;
