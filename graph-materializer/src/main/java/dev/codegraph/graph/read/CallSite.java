package dev.codegraph.graph.read;

import dev.codegraph.graph.link.Rule;
import dev.codegraph.graph.store.Resolution;
import dev.codegraph.schemas.EdgeKind;
import org.jspecify.annotations.Nullable;

/**
 * One edge between two entities as an answer shows it.
 *
 * @param from Entity id of the source.
 * @param to Entity id of the target; the symbol when external.
 * @param toPath Path of the target; null when external.
 * @param kind Edge kind.
 * @param path Path of the site.
 * @param line 0-based line of the site.
 * @param column 0-based column of the site in UTF-8 bytes.
 * @param resolution How the target was decided.
 * @param rule The rule that decided it.
 * @param depth Steps from the entity that was asked about, from 1.
 */
public record CallSite(
    String from,
    String to,
    @Nullable String toPath,
    EdgeKind kind,
    String path,
    int line,
    int column,
    Resolution resolution,
    Rule rule,
    int depth) {}
