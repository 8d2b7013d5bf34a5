/** Tests of the questions to the graph. */
@NullMarked
package dev.codegraph.graph.read;

import org.jspecify.annotations.NullMarked;
