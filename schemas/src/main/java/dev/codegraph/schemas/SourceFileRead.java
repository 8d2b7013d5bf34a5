package dev.codegraph.schemas;

/**
 * The bytes of one content, once per content and language.
 *
 * @param project Project key, id{@literal @}incarnation.
 * @param contentId Content id: a hash of the bytes, and of the switches where there are any.
 * @param language Language on the wire: it decides the grammar.
 * @param bytes The content as it is in git.
 * @param switchedOff What the facts leave out, as {@link ParsingSwitch#wire(java.util.Set,
 *     Language)} writes it.
 */
public record SourceFileRead(
    String project, String contentId, String language, byte[] bytes, String switchedOff) {}
