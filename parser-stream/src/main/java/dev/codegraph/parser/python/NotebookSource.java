package dev.codegraph.parser.python;

import dev.codegraph.parser.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The code of a notebook as one Python module. Each line of code stands in the line of the file
 * that holds it, so that places are right as far as the line; where the file has several lines of
 * code in one, as after a tool has taken the white space out of it, the rest follow below. Lines
 * that talk to the notebook, which begin with a percent or an exclamation mark, are left blank.
 */
final class NotebookSource {
  private final List<String> lines = new ArrayList<>();

  private NotebookSource() {}

  /**
   * The code cells of a notebook.
   *
   * @throws IllegalArgumentException when the file is no JSON
   */
  static byte[] of(byte[] utf8) {
    NotebookSource source = new NotebookSource();
    LineCounter at = new LineCounter(utf8);
    for (Json cell : cells(Json.read(utf8))) {
      Json type = cell.fields().get("cell_type");
      // Notebooks of version 3 call it input.
      Json code = cell.fields().getOrDefault("source", cell.fields().get("input"));
      if (type == null || !type.text().equals("code") || code == null) {
        continue;
      }
      List<Json> parts = code.isString() ? List.of(code) : code.elements();
      StringBuilder open = new StringBuilder();
      int openLine = 0;
      for (Json part : parts) {
        if (open.isEmpty()) {
          openLine = at.line(part.start());
        }
        open.append(part.text());
        if (part.text().endsWith("\n")) {
          source.add(open.toString(), openLine);
          open.setLength(0);
        }
      }
      source.add(open.toString(), openLine);
    }
    return String.join("\n", source.lines).concat("\n").getBytes(StandardCharsets.UTF_8);
  }

  private static List<Json> cells(Json notebook) {
    Json cells = notebook.fields().get("cells");
    if (cells != null) {
      return cells.elements();
    }
    List<Json> all = new ArrayList<>();
    Json sheets = notebook.fields().get("worksheets");
    for (Json sheet : sheets == null ? List.<Json>of() : sheets.elements()) {
      Map<String, Json> fields = sheet.fields();
      if (fields.containsKey("cells")) {
        all.addAll(fields.get("cells").elements());
      }
    }
    return all;
  }

  /** Adds lines of code, the first in a line of the file or after what is there already. */
  private void add(String code, int line) {
    if (code.isEmpty()) {
      return;
    }
    while (lines.size() < line) {
      lines.add("");
    }
    for (String one : code.stripTrailing().split("\n", -1)) {
      String text = one.stripLeading();
      lines.add(text.startsWith("%") || text.startsWith("!") ? "" : one);
    }
  }

  /** Counts lines up to growing offsets. */
  private static final class LineCounter {
    private final byte[] utf8;
    private int offset;
    private int line;

    LineCounter(byte[] utf8) {
      this.utf8 = utf8;
    }

    int line(int to) {
      for (; offset < to; offset++) {
        line += utf8[offset] == '\n' ? 1 : 0;
      }
      return line;
    }
  }
}
