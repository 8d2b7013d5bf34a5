/**
 * Linking of Go. A package is a folder and the name in its package clauses; import paths become
 * folders through the module manifests of the project. Types travel between files in one spelling
 * that needs no imports to be read, see {@link dev.codegraph.graph.link.golang.GoTypeText}.
 */
@NullMarked
package dev.codegraph.graph.link.golang;

import org.jspecify.annotations.NullMarked;
