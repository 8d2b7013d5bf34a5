package dev.codegraph.schemas;

/**
 * One edge as the change feed names it.
 *
 * @param kind Edge kind.
 * @param source Entity id of the source.
 * @param target Entity id or external symbol of the target.
 */
public record EdgeChange(EdgeKind kind, String source, String target) {}
