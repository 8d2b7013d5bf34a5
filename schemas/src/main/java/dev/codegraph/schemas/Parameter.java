package dev.codegraph.schemas;

/**
 * One parameter of a callable entity.
 *
 * @param name Name; empty when the language lets it be absent.
 * @param type Declared type as written, white space normalised; empty when none.
 * @param optional True when a call may leave it out.
 * @param variadic True when it takes any number of arguments.
 */
public record Parameter(String name, String type, boolean optional, boolean variadic) {}
