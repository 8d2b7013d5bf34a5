/**
 * The contracts between the stages: the table of topics, one record per event with its Avro schema,
 * the closed sets of entity and edge kinds, and the error codes with their fates. Nothing here does
 * I/O; every other module depends on it and on nothing else of its neighbours.
 */
@NullMarked
package dev.codegraph.schemas;

import org.jspecify.annotations.NullMarked;
