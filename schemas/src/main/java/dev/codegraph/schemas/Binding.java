package dev.codegraph.schemas;

/**
 * A name that is bound inside a callable: parameter, local variable, pattern.
 *
 * @param name The name.
 * @param kind How it came to be.
 * @param owner Index of the entity it lives in.
 * @param start First byte offset at which it is visible.
 * @param end Byte offset after its scope.
 * @param declaredType Type as written; empty when none.
 * @param initializer Expression index of its value; for LOOP of the thing iterated over; -1 when
 *     none.
 */
public record Binding(
    String name,
    BindingKind kind,
    int owner,
    int start,
    int end,
    String declaredType,
    int initializer) {}
