/** Tests of applying changesets, over a toy language in which every history can be made up. */
@NullMarked
package dev.codegraph.graph.apply;

import org.jspecify.annotations.NullMarked;
