/**
 * Linking of Python. {@link dev.codegraph.graph.link.python.PythonPolicy} declares modules, their
 * names and the members of their classes; {@link dev.codegraph.graph.link.python.PythonLinking}
 * decides the references of one file. A module is found by the end of its path, names are followed
 * through imports and re-exports to their definitions, members through the bases of classes, and
 * receivers through annotations, constructor calls and results.
 */
@NullMarked
package dev.codegraph.graph.link.python;

import org.jspecify.annotations.NullMarked;
