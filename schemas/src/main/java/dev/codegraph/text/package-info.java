/** Names and prose as tokens, the same way for the text index and for embeddings. */
@NullMarked
package dev.codegraph.text;

import org.jspecify.annotations.NullMarked;
