/**
 * PHP: names of types, functions and constants that say where they are by a namespace, an import or
 * a backslash; traits; and types that are declared or only documented. START HERE: {@link
 * dev.codegraph.graph.link.php.PhpDialect}.
 */
@NullMarked
package dev.codegraph.graph.link.php;

import org.jspecify.annotations.NullMarked;
