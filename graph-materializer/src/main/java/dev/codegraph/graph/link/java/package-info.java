/**
 * How Java names are resolved. {@link dev.codegraph.graph.link.java.JavaPolicy} says what a file
 * offers; {@code JavaLinking} decides the references of one file with the help of {@code
 * JavaTypes}, which knows type names and members, {@code JavaOverloads}, which tells overloads
 * apart, and {@code JavaPlatform}, a table of the JDK's types. Source roots play no part: the
 * package declaration decides where a type is. When several files declare the same one, the nearest
 * is meant: the file itself, else the only one under the same source root, else the only one in the
 * same build module, else the only one that is no test code; otherwise the name is ambiguous.
 */
@NullMarked
package dev.codegraph.graph.link.java;

import org.jspecify.annotations.NullMarked;
