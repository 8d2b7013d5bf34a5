package dev.codegraph.graph.stream;

import dev.codegraph.graph.store.ViewId;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

/**
 * What applying needs from outside the topology.
 *
 * @param pool Where files are declared and linked.
 * @param decoded Facts decoded lately, shared with readers.
 * @param recipe Recipe of the facts in force.
 * @param model Id of the embedding model whose vectors are counted; empty when vectors are off.
 * @param applied Told of each view whose graph went on or was found in the store.
 * @param forgotten Told of each project key that is deleted.
 */
public record ApplySettings(
    ExecutorService pool,
    FactsCache decoded,
    String recipe,
    String model,
    Consumer<ViewId> applied,
    Consumer<String> forgotten) {}
