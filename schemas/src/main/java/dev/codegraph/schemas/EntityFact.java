package dev.codegraph.schemas;

import java.util.List;

/**
 * One named thing defined by a content. Entity 0 of every content is the file itself.
 *
 * @param kind Entity kind.
 * @param name Simple name; empty for the file, whose name is its path.
 * @param parent Index of the enclosing entity; -1 for the file.
 * @param signature Declaration without body, white space normalised, at most 500 characters.
 * @param documentation Documentation text without comment marks.
 * @param modifiers Bit set, see Modifier.
 * @param flags Bit set, see EntityFlag.
 * @param declaredType Type of a field, property, variable or constant, or result type of a
 *     callable, as written; empty when none.
 * @param initializer Expression index of the initialiser of a field, variable or constant whose
 *     type is not declared, or of the single returned expression; -1 when none.
 * @param parameters Parameters of a callable, without the receiver.
 * @param typeParameters Names of type parameters.
 * @param supertypes Bases in source order.
 * @param nameStart Byte offset of the name.
 * @param nameLine 0-based line of the name.
 * @param nameColumn 0-based column of the name in UTF-8 bytes.
 * @param start Byte offset at which the declaration starts, annotations and decorators included.
 * @param end Byte offset after the declaration.
 * @param startLine 0-based line of start.
 * @param endLine 0-based line of end.
 * @param endColumn 0-based column of end in UTF-8 bytes.
 * @param cyclomatic Cyclomatic complexity of a callable; 0 for others.
 * @param cognitive Cognitive complexity of a callable; 0 for others.
 */
public record EntityFact(
    EntityKind kind,
    String name,
    int parent,
    String signature,
    String documentation,
    int modifiers,
    int flags,
    String declaredType,
    int initializer,
    List<Parameter> parameters,
    List<String> typeParameters,
    List<Supertype> supertypes,
    int nameStart,
    int nameLine,
    int nameColumn,
    int start,
    int end,
    int startLine,
    int endLine,
    int endColumn,
    int cyclomatic,
    int cognitive) {}
