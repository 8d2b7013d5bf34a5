package dev.codegraph.graph.stream;

import dev.codegraph.graph.link.LinkingPolicy;
import dev.codegraph.graph.store.ViewId;
import dev.codegraph.schemas.Language;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.streams.processor.TaskId;

/**
 * What applying needs from outside the topology.
 *
 * @param policies The linking policy of each language.
 * @param pool Where files are declared and linked.
 * @param decoded Facts decoded lately, shared with readers.
 * @param recipe Recipe of the facts in force.
 * @param model Id of the embedding model whose vectors are counted; empty when vectors are off.
 * @param applied Told of each view whose graph went on or was found in the store.
 * @param forgotten Told of each project key that is deleted.
 * @param log What the brokers know.
 * @param returning Tasks whose views are not taken up again yet; the tasks keep it.
 */
public record ApplySettings(
    Function<Language, LinkingPolicy> policies,
    ExecutorService pool,
    FactsCache decoded,
    String recipe,
    String model,
    Consumer<ViewId> applied,
    Consumer<String> forgotten,
    LogOffsets log,
    Set<TaskId> returning) {}
