package dev.codegraph.graph.link.nominal;

/**
 * Where an expression stands.
 *
 * @param place What names mean there that are not local.
 * @param owner Entity of the file being linked; -1 when it is written in an entry.
 * @param offset Byte offset; -1 when it is written in an entry.
 */
record Site(Place place, int owner, int offset) {
  static Site entry(Place place) {
    return new Site(place, -1, -1);
  }

  boolean isHere() {
    return owner >= 0;
  }
}
