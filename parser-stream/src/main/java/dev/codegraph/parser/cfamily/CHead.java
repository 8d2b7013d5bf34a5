package dev.codegraph.parser.cfamily;

import java.util.List;

/**
 * What stands before a declaration and belongs to it.
 *
 * @param template Outermost template declaration around it; -1 when it is no template.
 * @param parameters Its template parameters.
 */
record CHead(int template, List<Parameter> parameters) {
  static final CHead NONE = new CHead(-1, List.of());

  /**
   * A template parameter.
   *
   * @param from First byte offset at which it is visible.
   * @param end Byte offset after the template.
   * @param type Type of a value; of a type the word type.
   */
  record Parameter(String name, int from, int end, String type) {}
}
