package dev.codegraph.parser.php;

import dev.codegraph.parser.syntax.Grammar;

/** The fields of the grammar that the walk asks for. */
final class PhpField {
  static final int ALIAS = Grammar.PHP.field("alias");
  static final int ALTERNATIVE = Grammar.PHP.field("alternative");
  static final int ARGUMENT = Grammar.PHP.field("argument");
  static final int ARGUMENTS = Grammar.PHP.field("arguments");
  static final int BODY = Grammar.PHP.field("body");
  static final int CONDITION = Grammar.PHP.field("condition");
  static final int DEFAULT_VALUE = Grammar.PHP.field("default_value");
  static final int FUNCTION = Grammar.PHP.field("function");
  static final int LEFT = Grammar.PHP.field("left");
  static final int NAME = Grammar.PHP.field("name");
  static final int OBJECT = Grammar.PHP.field("object");
  static final int OPERATOR = Grammar.PHP.field("operator");
  static final int PARAMETERS = Grammar.PHP.field("parameters");
  static final int RETURN_TYPE = Grammar.PHP.field("return_type");
  static final int RIGHT = Grammar.PHP.field("right");
  static final int SCOPE = Grammar.PHP.field("scope");
  static final int TYPE = Grammar.PHP.field("type");
  static final int VALUE = Grammar.PHP.field("value");

  private PhpField() {}
}
