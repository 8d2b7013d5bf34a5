package dev.codegraph.schemas;

import java.util.List;
import java.util.Map;

/**
 * Everything that one content says by itself. Nothing in it depends on the path or on any other
 * content.
 *
 * @param packageName Declared package or module; for a build manifest the name or module path it
 *     declares.
 * @param lines Number of lines.
 * @param bytes Number of bytes.
 * @param errorBytes Bytes that the grammar could not place.
 * @param entities Entities in source order, parents first; entity 0 is the file.
 * @param references References in source order.
 * @param expressions Receiver expressions, bases first.
 * @param bindings Local bindings in source order.
 * @param imports Imports in source order.
 * @param exports Explicit exports in source order.
 * @param attributes What does not fit above, such as the paths option of a tsconfig; keys are
 *     documented by the indexer that writes them.
 */
public record FileFacts(
    String packageName,
    int lines,
    int bytes,
    int errorBytes,
    List<EntityFact> entities,
    List<ReferenceFact> references,
    List<Expression> expressions,
    List<Binding> bindings,
    List<ImportFact> imports,
    List<ExportFact> exports,
    Map<String, String> attributes) {}
