package dev.codegraph.query;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codegraph.graph.store.FileCounts;
import dev.codegraph.query.JobBoard.JobView;
import org.jspecify.annotations.Nullable;

/** The part of an answer that says what the rest is true for and whether it is whole. */
final class Meta {
  private final JobBoard jobs;

  Meta(JobBoard jobs) {
    this.jobs = jobs;
  }

  /**
   * @param possibleMore References that might belong to the answer and are not sure to; 0 when the
   *     answer does not depend on any.
   * @param nextCursor Where the next page begins; null when this is the last.
   */
  ObjectNode of(ViewAt view, long possibleMore, @Nullable String nextCursor) {
    FileCounts files = view.record().files();
    JobView open = jobs.oldestOpen(view.view());
    String revision = view.record().revision();
    String head = open == null || open.revision().isEmpty() ? revision : open.revision();
    long missing = files.partial() + files.failed() + files.skippedCode();
    ObjectNode meta = Json.object();
    meta.put("project", view.project().project());
    meta.put("view", view.view().view());
    meta.put("revision", revision);
    meta.put("head", head);
    meta.put("number", view.number());
    meta.put("generation", view.record().generation());
    meta.put(
        "lag_ms", open == null ? 0 : Math.max(0, System.currentTimeMillis() - open.requestedAt()));
    meta.put("exact", possibleMore == 0 && missing == 0);
    meta.put("possible_more", possibleMore);
    meta.put("skipped", missing);
    meta.put("unresolved", view.record().outcomes().unresolved());
    meta.put("next_cursor", nextCursor);
    return meta;
  }

  /** For answers that are about the service and no view. */
  static ObjectNode none() {
    return Json.object();
  }
}
