package dev.codegraph.ingest;

import dev.codegraph.schemas.IndexRequested;

/**
 * A request as it lies in the index-requests topic.
 *
 * @param partition Its partition.
 * @param offset Its offset.
 * @param key Key bytes.
 * @param value Value bytes.
 * @param request The value decoded.
 */
record RequestRecord(
    int partition, long offset, byte[] key, byte[] value, IndexRequested request) {}
