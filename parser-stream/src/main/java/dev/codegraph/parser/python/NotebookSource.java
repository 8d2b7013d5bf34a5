package dev.codegraph.parser.python;

import dev.codegraph.parser.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The code of a notebook as one Python module. Each line of code stands in the line of the file
 * that holds it, so that places are right as far as the line; where the file has several lines of
 * code in one, as after a tool has taken the white space out of it, the rest follow below. Lines
 * that talk to the notebook or the shell are left blank, and so is a cell in another language.
 */
final class NotebookSource {
  /** Magics that take their cell as something else than Python. */
  private static final Set<String> FOREIGN =
      Set.of(
          "!",
          "HTML",
          "R",
          "SVG",
          "ai",
          "bash",
          "bigquery",
          "cmd",
          "cpp",
          "cu",
          "cuda",
          "cypher",
          "cython",
          "file",
          "fortran",
          "html",
          "javascript",
          "js",
          "julia",
          "kql",
          "latex",
          "markdown",
          "matlab",
          "mermaid",
          "node",
          "octave",
          "perl",
          "powershell",
          "prql",
          "pwsh",
          "ruby",
          "script",
          "sh",
          "shell",
          "sparql",
          "sql",
          "svg",
          "sx",
          "system",
          "typescript",
          "writefile");

  private static final Pattern CELL_MAGIC = Pattern.compile("%%(!|\\w+)(.*)");

  /** A magic with a statement as its argument, behind options. */
  private static final Pattern TIMED =
      Pattern.compile(
          "%(?:time|timeit|prun|memit|lprun|mprun)\\s+((?:-\\w+\\s*+[\\d.]*+\\s++)*+)(.+)");

  /** A name that gets what a command prints: {@code files = !ls}. */
  private static final Pattern CAPTURED =
      Pattern.compile("(\\s*[\\w.]+(?:\\s*,\\s*[\\w.]+)*\\s*=\\s*)[!%]\\s*\\w.*");

  /** A magic or a command; an operator may stand at the begin of a line too. */
  private static final Pattern COMMAND = Pattern.compile("%%?\\w|!(?!=)");

  private static final Pattern HELP = Pattern.compile("\\?\\??[\\w.]+|%{0,2}[\\w.]+\\?\\??");

  private final List<String> lines = new ArrayList<>();

  /** Whether the cell has had a line that is not blank. */
  private boolean begun;

  /** Whether the cell is in another language. */
  private boolean foreign;

  /** Whether the line before was a command that goes on. */
  private boolean continued;

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
      source.begun = false;
      source.foreign = false;
      source.continued = false;
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
      lines.add(python(one));
    }
  }

  /** The Python in a line. */
  private String python(String line) {
    String text = line.strip();
    if (!begun && !text.isEmpty()) {
      begun = true;
      Matcher magic = CELL_MAGIC.matcher(text);
      // What a cell writes into a Python file is Python.
      foreign = magic.matches() && FOREIGN.contains(magic.group(1)) && !text.endsWith(".py");
    }
    if (foreign || continued) {
      continued = continued && text.endsWith("\\");
      return "";
    }
    Matcher timed = TIMED.matcher(text);
    if (timed.matches()) {
      return line.substring(0, line.indexOf('%')) + timed.group(2);
    }
    Matcher captured = CAPTURED.matcher(line);
    if (captured.matches()) {
      return captured.group(1) + "...";
    }
    if (COMMAND.matcher(text).lookingAt()) {
      continued = text.endsWith("\\");
      return "";
    }
    return HELP.matcher(text).matches() ? "" : line;
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
