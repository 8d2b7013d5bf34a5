package dev.codegraph.schemas;

/**
 * A record that a stage could not use, kept with the cause.
 *
 * @param stage Stage that gave up.
 * @param topic Topic the record came from.
 * @param partition Its partition.
 * @param offset Its offset.
 * @param code Error code CGnnn.
 * @param cause Message of the failure.
 * @param key Key bytes as they were.
 * @param value Value bytes as they were; empty when larger than 256 KB, the topic and offset then
 *     say where it is.
 * @param at Milliseconds since the epoch.
 */
public record DeadLetter(
    String stage,
    String topic,
    int partition,
    long offset,
    String code,
    String cause,
    byte[] key,
    byte[] value,
    long at) {}
