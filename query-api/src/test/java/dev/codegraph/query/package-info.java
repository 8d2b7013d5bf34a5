/** Tests of the HTTP server that need no Kafka: what its settings do to an answer. */
@NullMarked
package dev.codegraph.query;

import org.jspecify.annotations.NullMarked;
