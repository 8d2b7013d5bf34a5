/**
 * Facts of Python modules and stubs. {@link dev.codegraph.parser.python.PythonIndexer} goes over
 * the flat tree twice: {@link dev.codegraph.parser.python.PythonScopes} finds out which name is
 * bound in which scope, because Python decides that for a whole function at once, and {@link
 * dev.codegraph.parser.python.PythonWalk} then makes the facts. Both passes are loops over the
 * nodes in preorder, with a stack of frames that end at a node, so neither deep nor long code costs
 * stack.
 */
@NullMarked
package dev.codegraph.parser.python;

import org.jspecify.annotations.NullMarked;
