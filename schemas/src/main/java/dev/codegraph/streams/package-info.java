/** Running a Kafka Streams topology the way every stage of the program does. */
@NullMarked
package dev.codegraph.streams;

import org.jspecify.annotations.NullMarked;
