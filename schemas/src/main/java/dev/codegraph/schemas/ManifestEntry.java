package dev.codegraph.schemas;

/**
 * One path of a changeset.
 *
 * @param path Path in the revision, / separators; bytes that are not UTF-8 are escaped reversibly
 *     as \xHH.
 * @param oldPath For a rename the path it had before, which is gone and has no entry of its own;
 *     empty otherwise.
 * @param operation What happened to the path.
 * @param contentId Content id: hex of the first 16 bytes of SHA-256 over the bytes; empty when
 *     deleted or skipped before reading.
 * @param language Language on the wire; empty when the file is skipped.
 * @param status OK when the content was sent; SKIPPED or FAILED otherwise.
 * @param reason Why a path is skipped or failed, as a short token such as too_large; empty
 *     otherwise.
 * @param size Bytes of the content.
 */
public record ManifestEntry(
    String path,
    String oldPath,
    Operation operation,
    String contentId,
    String language,
    ContentStatus status,
    String reason,
    long size) {}
