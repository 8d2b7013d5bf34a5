/**
 * From git to the log: requests to bring a view to a revision become contents, once each, and a
 * changeset that lists every path that differs, what is skipped included. Commit objects are read,
 * never a working tree. {@link dev.codegraph.ingest.IngestService} is the class to start with; what
 * it decides is in pure classes that know neither Kafka nor the clock.
 */
@NullMarked
package dev.codegraph.ingest;

import org.jspecify.annotations.NullMarked;
