package dev.codegraph.graph.stream;

import dev.codegraph.graph.store.ChangesetRecord;
import dev.codegraph.graph.store.ViewId;
import java.util.concurrent.ExecutorService;
import java.util.function.BiConsumer;

/**
 * What applying needs from outside the topology.
 *
 * @param pool Where files are declared and linked.
 * @param recipe Recipe of the facts in force.
 * @param model Id of the embedding model whose vectors are counted; empty when vectors are off.
 * @param applied Told of each changeset that is applied, on the stream thread.
 */
public record ApplySettings(
    ExecutorService pool,
    String recipe,
    String model,
    BiConsumer<ViewId, ChangesetRecord> applied) {}
