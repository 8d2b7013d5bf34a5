package dev.codegraph.graph.store;

import dev.codegraph.schemas.ContentStatus;
import dev.codegraph.schemas.Language;
import org.jspecify.annotations.Nullable;

/**
 * The state of a path at a number: value of F.
 *
 * @param contentId Content id; empty when skipped before reading.
 * @param language Language; null when skipped.
 * @param status What became of it.
 * @param reason Why it is not OK; empty otherwise.
 * @param code Error code of a failed content; empty otherwise.
 * @param size Bytes.
 * @param lines Lines; 0 when not parsed.
 * @param entities Entities, the file included; 0 when not parsed.
 * @param references References in the facts.
 */
public record FileState(
    String contentId,
    @Nullable Language language,
    ContentStatus status,
    String reason,
    String code,
    long size,
    int lines,
    int entities,
    int references) {

  /** Whether the file has facts that can be linked. */
  public boolean isIndexed() {
    return status == ContentStatus.OK || status == ContentStatus.PARTIAL;
  }

  /** The value. */
  public byte[] toBytes() {
    return new Packer(64)
        .text(contentId)
        .text(language == null ? "" : language.wire())
        .octet(status.ordinal())
        .text(reason)
        .text(code)
        .number(size)
        .number(lines)
        .number(entities)
        .number(references)
        .toBytes();
  }

  static FileState of(byte[] value) {
    Unpacker in = new Unpacker(value);
    String contentId = in.text();
    String language = in.text();
    return new FileState(
        contentId,
        language.isEmpty() ? null : Language.ofWire(language),
        STATUS[in.octet()],
        in.text(),
        in.text(),
        in.number(),
        in.count(),
        in.count(),
        in.count());
  }

  private static final ContentStatus[] STATUS = ContentStatus.values();
}
