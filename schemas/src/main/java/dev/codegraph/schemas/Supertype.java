package dev.codegraph.schemas;

/**
 * A base that a type names in its declaration.
 *
 * @param name Type as written, without type arguments, dotted when qualified.
 * @param relation How it is named.
 */
public record Supertype(String name, SupertypeRelation relation) {}
