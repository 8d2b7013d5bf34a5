/** Java: file facts from the syntax tree. */
@NullMarked
package dev.codegraph.parser.java;

import org.jspecify.annotations.NullMarked;
