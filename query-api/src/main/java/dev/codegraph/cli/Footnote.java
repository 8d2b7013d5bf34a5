package dev.codegraph.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What an answer is true for and how complete it is, in one line. */
final class Footnote {
  private Footnote() {}

  /** The line, empty when the answer says nothing of itself. */
  static String of(JsonNode meta) {
    List<String> parts = new ArrayList<>();
    String revision = meta.path("revision").asText("");
    if (!revision.isEmpty()) {
      parts.add("at " + shortened(revision));
    }
    String head = meta.path("head").asText("");
    if (!head.isEmpty() && !head.equals(revision)) {
      parts.add("the head is " + shortened(head));
    }
    long lag = meta.path("lag_ms").asLong();
    if (lag > 0) {
      parts.add(String.format(Locale.ROOT, "%.1f s behind", lag / 1000.0));
    }
    if (meta.path("exact").isBoolean() && !meta.path("exact").asBoolean()) {
      long more = meta.path("possible_more").asLong();
      parts.add(more > 0 ? "a lower bound, up to " + more + " more" : "a lower bound");
    }
    long skipped = meta.path("skipped").asLong();
    if (skipped > 0) {
      parts.add(skipped + " files skipped");
    }
    String cursor = meta.path("next_cursor").asText("");
    if (!cursor.isEmpty() && !meta.path("next_cursor").isNull()) {
      parts.add("there are more, raise --limit");
    }
    return parts.isEmpty() ? "" : "(" + String.join(", ", parts) + ")";
  }

  static String shortened(String revision) {
    return revision.substring(0, Math.min(12, revision.length()));
  }
}
