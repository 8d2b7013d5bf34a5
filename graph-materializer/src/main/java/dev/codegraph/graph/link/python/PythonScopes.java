package dev.codegraph.graph.link.python;

/** The scopes of the symbol index that Python uses. */
final class PythonScopes {
  private PythonScopes() {}

  /** Files whose path ends in these dotted names: what an import can mean. */
  static String module(String dotted) {
    return "python.module:" + dotted;
  }

  /**
   * One entry without a name for the file itself, and one named * for each import of everything.
   */
  static String file(String path) {
    return "python.file:" + path;
  }

  /** What one name means at the top level of a file. */
  static String name(String path, String name) {
    return "python.name:" + path + ":" + name;
  }

  /** Members of a class; the entry without a name lists its bases. */
  static String type(String path, String localId) {
    return "python.type:" + path + "#" + localId;
  }
}
