/** Tests of the versioned graph, and a store in memory for all tests of this module. */
@NullMarked
package dev.codegraph.graph.store;

import org.jspecify.annotations.NullMarked;
