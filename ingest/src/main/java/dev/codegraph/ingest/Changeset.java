package dev.codegraph.ingest;

import dev.codegraph.schemas.ChangesetRecorded;
import dev.codegraph.schemas.IndexRequested;
import dev.codegraph.schemas.ManifestEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;

/**
 * What all slices of one changeset agree in, worked out before anything is read: a pure function of
 * the request, the head of the view, the target commit and the settings.
 *
 * @param request The request that causes it.
 * @param view Branch.
 * @param number Place in the view.
 * @param base Whether it lists the whole tree.
 * @param from Commit id the view stands at; empty for the first.
 * @param to Commit it goes to.
 * @param settings Settings hash.
 */
record Changeset(
    IndexRequested request,
    String view,
    long number,
    boolean base,
    String from,
    RevCommit to,
    String settings) {
  private static final int MESSAGE_CHARACTERS = 64 * 1024;
  private static final int AUTHOR_CHARACTERS = 1024;

  /**
   * Hash over everything that decides the content, the request among it: going there and back and
   * there again is three changesets, the same request delivered twice is one.
   */
  String identity() {
    return Fingerprint.of(
        List.of(
            request.project(),
            view,
            from,
            to.name(),
            base ? "base" : "difference",
            request.requestId(),
            settings));
  }

  /**
   * The changeset as records.
   *
   * @param entries Paths in any order.
   * @param sliceBytes Largest slice, bytes before compression.
   */
  List<ChangesetRecorded> slices(List<ManifestEntry> entries, int sliceBytes) {
    List<ManifestEntry> sorted = new ArrayList<>(entries);
    sorted.sort(Comparator.comparing(ManifestEntry::path));
    List<List<ManifestEntry>> slices = ManifestSlices.cut(sorted, sliceBytes);
    String identity = identity();
    PersonIdent author = to.getAuthorIdent();
    List<ChangesetRecorded> records = new ArrayList<>(slices.size());
    for (int slice = 0; slice < slices.size(); slice++) {
      records.add(
          new ChangesetRecorded(
              request.project(),
              view,
              number,
              identity,
              slice,
              slices.size(),
              base,
              from,
              to.name(),
              request.requestId(),
              settings,
              cut(author.getName() + " <" + author.getEmailAddress() + ">", AUTHOR_CHARACTERS),
              author.getWhenAsInstant().toEpochMilli(),
              cut(to.getFullMessage(), MESSAGE_CHARACTERS),
              request.requestedAt(),
              request.requestedAt(),
              isAskedByHead(request) ? "" : request.revision(),
              slices.get(slice)));
    }
    return records;
  }

  /**
   * Whether a request is for the head of its branch. A webhook says which commit was pushed, but
   * deliveries are repeated, lost and overtaken.
   */
  static boolean isAskedByHead(IndexRequested request) {
    return request.revision().isEmpty() || request.source().startsWith("webhook-");
  }

  /** A text that fits into a record; what is cut is named. */
  private static String cut(String text, int characters) {
    if (text.length() <= characters) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(characters - 1)) ? characters - 1 : characters;
    return text.substring(0, end) + " [cut: " + (text.length() - end) + " more characters]";
  }
}
