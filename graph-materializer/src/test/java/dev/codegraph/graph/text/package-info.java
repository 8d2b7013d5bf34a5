/** Tests of the text index. */
@NullMarked
package dev.codegraph.graph.text;

import org.jspecify.annotations.NullMarked;
