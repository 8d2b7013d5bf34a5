package dev.codegraph.graph.store;

import dev.codegraph.graph.link.Reason;
import dev.codegraph.schemas.Role;

/**
 * A reference that was not resolved.
 *
 * @param role What the reference is for.
 * @param name Simple name.
 * @param from Local id of the entity that holds it; empty for the file.
 * @param line 0-based line.
 * @param column 0-based column in UTF-8 bytes.
 * @param argumentCount Arguments of a call; -1 otherwise.
 * @param reason Why.
 */
public record UnresolvedReference(
    Role role, String name, String from, int line, int column, int argumentCount, Reason reason) {}
