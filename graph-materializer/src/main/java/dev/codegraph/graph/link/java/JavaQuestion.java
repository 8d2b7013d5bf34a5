package dev.codegraph.graph.link.java;

/**
 * What was asked, and answered before: a name in a type or at a place of a file. One is made and
 * looked up several times for each reference, so neither does it join strings nor hash long ones
 * again.
 *
 * @param path File.
 * @param place Key of a type of the file; empty for its top level.
 * @param name Name as written; empty for the type itself.
 */
record JavaQuestion(String path, String place, String name) {
  @Override
  public int hashCode() {
    return (path.hashCode() * 31 + place.hashCode()) * 31 + name.hashCode();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof JavaQuestion(var thatPath, var thatPlace, var thatName)
        && name.equals(thatName)
        && place.equals(thatPlace)
        && path.equals(thatPath);
  }
}
