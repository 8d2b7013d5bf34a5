/** Tests of how names are read. */
@NullMarked
package dev.codegraph.text;

import org.jspecify.annotations.NullMarked;
