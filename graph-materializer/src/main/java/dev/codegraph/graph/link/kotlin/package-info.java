/** What Kotlin does differently from other languages with named types. */
@NullMarked
package dev.codegraph.graph.link.kotlin;

import org.jspecify.annotations.NullMarked;
