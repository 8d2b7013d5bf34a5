/** JSON texts with the place of each value, for manifests and notebooks. */
@NullMarked
package dev.codegraph.parser.json;

import org.jspecify.annotations.NullMarked;
