/**
 * How Java names are resolved. {@link dev.codegraph.graph.link.java.JavaPolicy} says what a file
 * offers; {@code JavaLinking} decides the references of one file with the help of {@code
 * JavaTypes}.
 */
@NullMarked
package dev.codegraph.graph.link.java;

import org.jspecify.annotations.NullMarked;
