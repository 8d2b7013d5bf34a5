package dev.codegraph.schemas;

/**
 * What became of one content under one recipe. Every content that ingest sends yields exactly one.
 *
 * @param project Project key, id{@literal @}incarnation.
 * @param contentId Content id.
 * @param language Language on the wire.
 * @param recipe Parser version and switches the facts were made with.
 * @param status OK, PARTIAL when the grammar found errors, SKIPPED or FAILED.
 * @param reason Short token when not OK, such as syntax_errors, binary, nesting, crash; empty
 *     otherwise.
 * @param code Error code CGnnn when FAILED; empty otherwise.
 * @param facts The facts; only the file entity when SKIPPED or FAILED.
 * @param text The content as UTF-8; empty when SKIPPED or FAILED.
 */
public record FileParsed(
    String project,
    String contentId,
    String language,
    String recipe,
    ContentStatus status,
    String reason,
    String code,
    FileFacts facts,
    byte[] text) {}
