/** Reading the graph: what the query side asks, at a published number. */
@NullMarked
package dev.codegraph.graph.read;

import org.jspecify.annotations.NullMarked;
