package dev.codegraph.graph.link.nominal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the names in a file can mean by what stands at its top.
 *
 * @param path Path of the file.
 * @param space Space of its top level.
 * @param imports Imported names with what they may stand for, in source order.
 * @param wildcards Spaces and types of which everything is imported.
 */
record FileContext(
    String path, String space, Map<String, List<Import>> imports, List<String> wildcards) {
  private static final String WITHIN = "in ";

  /**
   * An imported name.
   *
   * @param space Space or type that has it; empty for a space that is imported itself.
   * @param name Its name there.
   * @param within Space of the file that alone has the import; null for the whole file.
   */
  record Import(String space, String name, @Nullable String within) {
    String qualified() {
      return NominalScopes.key(space, name);
    }
  }

  /**
   * Reads what {@link #detail} wrote; the first detail is the space. Entries of Java have the same
   * form.
   */
  static FileContext of(String path, List<String> details) {
    Map<String, List<Import>> imports = new LinkedHashMap<>();
    List<String> wildcards = new ArrayList<>();
    for (String detail : details.subList(1, details.size())) {
      String text = detail.startsWith("static ") ? detail.substring(7) : detail;
      String within = null;
      int border = text.startsWith(WITHIN) ? text.indexOf(": ") : -1;
      if (border >= 0) {
        within = text.substring(WITHIN.length(), border);
        text = text.substring(border + 2);
      }
      int as = text.indexOf(" as ");
      String alias = as < 0 ? "" : text.substring(as + 4);
      String qualified = as < 0 ? text : text.substring(0, as);
      int space = qualified.lastIndexOf(' ');
      String name = qualified.substring(space + 1);
      String module = space < 0 ? "" : qualified.substring(0, space);
      if (name.equals("*")) {
        wildcards.add(module);
      } else {
        imports
            .computeIfAbsent(alias.isEmpty() ? name : alias, n -> new ArrayList<>(1))
            .add(new Import(module, name, within));
      }
    }
    return new FileContext(path, details.isEmpty() ? "" : details.getFirst(), imports, wildcards);
  }

  /** An import that only one space of the file has. */
  static String within(String space, String detail) {
    return WITHIN + space + ": " + detail;
  }

  /** One import, written down. */
  static String detail(String space, String name, String alias) {
    return space + " " + name + (alias.isEmpty() || alias.equals(name) ? "" : " as " + alias);
  }
}
