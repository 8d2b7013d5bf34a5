/**
 * What the documents may name: the names that a Markdown text writes in backticks, and the things
 * of this tree and of its code that they stand for. CONTRIBUTING.md has the same rules for authors.
 */
@NullMarked
package dev.codegraph.documentation;

import org.jspecify.annotations.NullMarked;
