/**
 * The thin shell around applying changesets: a Kafka Streams topology whose processors take a
 * record, call one function, then store or forward.
 */
@NullMarked
package dev.codegraph.graph.stream;

import org.jspecify.annotations.NullMarked;
