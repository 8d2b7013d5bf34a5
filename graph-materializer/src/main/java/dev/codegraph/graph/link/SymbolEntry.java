package dev.codegraph.graph.link;

import dev.codegraph.schemas.EntityKind;
import java.util.List;

/**
 * One entry that a file contributes to the symbol index of its project. It carries what linking
 * needs to know about a definition and no positions, so that moving code does not link others
 * again.
 *
 * @param scope Where the entry is found, such as the members of one type; begins with the policy's
 *     language so that scopes of two languages never meet. All entries of a scope in one file are
 *     stored together, so a scope should be small: one type, one name of a package, one module.
 * @param name The name within the scope; may be empty for entries that have none.
 * @param localId Local id of the entity it stands for; empty for none or for the file.
 * @param kind Entity kind; FILE for entries that stand for no entity.
 * @param modifiers Bit set of {@link dev.codegraph.schemas.Modifier}.
 * @param minArguments Fewest arguments of a callable; 0 otherwise.
 * @param maxArguments Most arguments of a callable, -1 for any number; 0 otherwise.
 * @param type Declared type or result type as written; empty when unknown.
 * @param details What else the policy of the language needs, in an order that it defines.
 */
public record SymbolEntry(
    String scope,
    String name,
    String localId,
    EntityKind kind,
    int modifiers,
    int minArguments,
    int maxArguments,
    String type,
    List<String> details) {}
