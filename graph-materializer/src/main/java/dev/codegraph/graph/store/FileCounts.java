package dev.codegraph.graph.store;

/**
 * Files of a view by status, and what they hold. Immutable.
 *
 * @param ok Parsed without errors.
 * @param partial Parsed with errors.
 * @param skipped Skipped with a reason.
 * @param failed Failed with a code.
 * @param skippedCode Those of the skipped that hold code of a language we know.
 * @param lines Lines of the parsed ones.
 * @param entities Entities of the parsed ones.
 * @param references References in their facts.
 */
public record FileCounts(
    long ok,
    long partial,
    long skipped,
    long failed,
    long skippedCode,
    long lines,
    long entities,
    long references) {
  /** Nothing. */
  public static final FileCounts NONE = new FileCounts(0, 0, 0, 0, 0, 0, 0, 0);

  /** The counts of one file. */
  public static FileCounts of(FileState file) {
    int ok = 0;
    int partial = 0;
    int skipped = 0;
    int failed = 0;
    switch (file.status()) {
      case OK -> ok = 1;
      case PARTIAL -> partial = 1;
      case SKIPPED -> skipped = 1;
      case FAILED -> failed = 1;
    }
    int code = skipped == 1 && file.language() != null ? 1 : 0;
    return new FileCounts(
        ok, partial, skipped, failed, code, file.lines(), file.entities(), file.references());
  }

  /** All files. */
  public long total() {
    return ok + partial + skipped + failed;
  }

  /** The sum of both. */
  public FileCounts plus(FileCounts other) {
    return plus(other, 1);
  }

  /** This without the other. */
  public FileCounts minus(FileCounts other) {
    return plus(other, -1);
  }

  private FileCounts plus(FileCounts o, int sign) {
    return new FileCounts(
        ok + sign * o.ok,
        partial + sign * o.partial,
        skipped + sign * o.skipped,
        failed + sign * o.failed,
        skippedCode + sign * o.skippedCode,
        lines + sign * o.lines,
        entities + sign * o.entities,
        references + sign * o.references);
  }

  void pack(Packer out) {
    out.number(ok)
        .number(partial)
        .number(skipped)
        .number(failed)
        .number(skippedCode)
        .number(lines)
        .number(entities)
        .number(references);
  }

  static FileCounts unpack(Unpacker in) {
    return new FileCounts(
        in.number(),
        in.number(),
        in.number(),
        in.number(),
        in.number(),
        in.number(),
        in.number(),
        in.number());
  }
}
