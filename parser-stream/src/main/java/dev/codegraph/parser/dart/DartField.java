package dev.codegraph.parser.dart;

import dev.codegraph.parser.syntax.Grammar;

/** The fields of the grammar that the walk asks for. */
final class DartField {
  static final int ALTERNATIVE = Grammar.DART.field("alternative");
  static final int BODY = Grammar.DART.field("body");
  static final int CLASS = Grammar.DART.field("class");
  static final int CONSEQUENCE = Grammar.DART.field("consequence");
  static final int LEFT = Grammar.DART.field("left");
  static final int NAME = Grammar.DART.field("name");
  static final int PARAMETERS = Grammar.DART.field("parameters");
  static final int RIGHT = Grammar.DART.field("right");
  static final int VALUE = Grammar.DART.field("value");

  private DartField() {}
}
