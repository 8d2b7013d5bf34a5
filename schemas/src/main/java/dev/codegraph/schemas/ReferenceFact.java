package dev.codegraph.schemas;

/**
 * One place where a content names something that it does not itself bind locally.
 *
 * @param role What the reference is for.
 * @param name The simple name at the place.
 * @param owner Index of the entity whose code holds the reference.
 * @param start Byte offset of the name.
 * @param line 0-based line of the name.
 * @param column 0-based column of the name in UTF-8 bytes.
 * @param receiver Expression index of what stands before the name (receiver or qualifier); -1 when
 *     the name stands alone.
 * @param argumentCount Arguments of a call or creation; -1 otherwise.
 * @param importIndex For role IMPORT the index of its import; -1 otherwise.
 */
public record ReferenceFact(
    Role role,
    String name,
    int owner,
    int start,
    int line,
    int column,
    int receiver,
    int argumentCount,
    int importIndex) {}
