package dev.codegraph.ingest;

import dev.codegraph.schemas.Language;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * A path that two trees show differently.
 *
 * @param path Path text.
 * @param from What it was; null when it did not exist.
 * @param to What it is; null when it does not exist.
 */
record TreeChange(String path, @Nullable Side from, @Nullable Side to) {
  /**
   * A path in one tree.
   *
   * @param blob Object id of the content.
   * @param verdict What name, mode and the limit of files say about it.
   */
  record Side(ObjectId blob, FileRules.Verdict verdict) {
    /** The blob as content of a language, when it is a candidate. */
    Optional<Content> content() {
      return switch (verdict) {
        case FileRules.Verdict.Candidate candidate -> Optional.of(Content.of(blob, candidate));
        case FileRules.Verdict.Skip ignored -> Optional.empty();
      };
    }
  }

  /**
   * A blob read as a language: what is sent once.
   *
   * @param language The language that names say; null when they say none.
   * @param naming How far names can be relied on.
   * @param byHand Whether the repository itself says that no tool wrote it.
   */
  record Content(
      ObjectId blob, @Nullable Language language, FileRules.Naming naming, boolean byHand) {
    static Content of(ObjectId blob, FileRules.Verdict.Candidate candidate) {
      return new Content(blob, candidate.language(), candidate.naming(), candidate.byHand());
    }
  }
}
