package dev.codegraph.schemas;

/**
 * One imported name.
 *
 * @param module Package, module path or qualified name as written, without the imported name.
 * @param name Imported name; empty: the module itself; *: everything.
 * @param alias Name it has here when that differs; . for a Go dot import, _ for a blank one.
 * @param isStatic Java: import static.
 * @param reexport The name is exported again (export … from).
 * @param typeOnly TypeScript: import type; Python: under TYPE_CHECKING.
 * @param level Python: number of leading dots.
 * @param owner Index of the entity whose body holds the import; 0 for the file.
 * @param line 0-based line of the imported name.
 * @param column 0-based column of the imported name in UTF-8 bytes.
 */
public record ImportFact(
    String module,
    String name,
    String alias,
    boolean isStatic,
    boolean reexport,
    boolean typeOnly,
    int level,
    int owner,
    int line,
    int column) {}
