/** What C# does differently from other languages with named types. */
@NullMarked
package dev.codegraph.graph.link.csharp;

import org.jspecify.annotations.NullMarked;
