/**
 * The PHP language: {@link dev.codegraph.parser.php.PhpIndexer} makes the facts of a source file.
 * Declarations and members make entities, statements and assignments bind variables, expressions
 * make references; {@link dev.codegraph.parser.php.PhpWalk} holds them together.
 */
@NullMarked
package dev.codegraph.parser.php;

import org.jspecify.annotations.NullMarked;
