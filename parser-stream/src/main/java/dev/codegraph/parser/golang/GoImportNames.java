package dev.codegraph.parser.golang;

/** What a package is most likely called, judged by its import path. */
final class GoImportNames {
  private GoImportNames() {}

  /**
   * The last element of the path that is no major version, without the decoration that repositories
   * have in their names: {@code gopkg.in/yaml.v3} and {@code example.org/go-yaml/v2} are yaml.
   */
  static String usual(String path) {
    String last = path.substring(path.lastIndexOf('/') + 1);
    if (isVersion(last, 0) && path.contains("/")) {
      String before = path.substring(0, path.lastIndexOf('/'));
      last = before.substring(before.lastIndexOf('/') + 1);
    }
    int dot = last.lastIndexOf('.');
    if (dot > 0 && (isVersion(last, dot + 1) || last.endsWith(".go"))) {
      last = last.substring(0, dot);
    }
    if (last.startsWith("go-") && last.length() > 3) {
      last = last.substring(3);
    } else if (last.endsWith("-go")) {
      last = last.substring(0, last.length() - 3);
    }
    return last;
  }

  private static boolean isVersion(String text, int from) {
    if (text.length() < from + 2 || text.charAt(from) != 'v') {
      return false;
    }
    for (int i = from + 1; i < text.length(); i++) {
      if (!Character.isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
