package dev.codegraph.schemas;

/**
 * The bytes of one content, once per content and language.
 *
 * @param project Project key, id{@literal @}incarnation.
 * @param contentId Content id.
 * @param language Language on the wire: it decides the grammar.
 * @param bytes The content as it is in git.
 */
public record SourceFileRead(String project, String contentId, String language, byte[] bytes) {}
