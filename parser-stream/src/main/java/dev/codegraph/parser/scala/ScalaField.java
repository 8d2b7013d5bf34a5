package dev.codegraph.parser.scala;

import dev.codegraph.parser.syntax.Grammar;

/** The fields of the grammar that the walk asks for. */
final class ScalaField {
  static final int NAME = Grammar.SCALA.field("name");
  static final int BODY = Grammar.SCALA.field("body");
  static final int TYPE = Grammar.SCALA.field("type");
  static final int PATH = Grammar.SCALA.field("path");
  static final int ALIAS = Grammar.SCALA.field("alias");
  static final int PATTERN = Grammar.SCALA.field("pattern");
  static final int VALUE = Grammar.SCALA.field("value");
  static final int EXTEND = Grammar.SCALA.field("extend");
  static final int DERIVE = Grammar.SCALA.field("derive");
  static final int BOUND = Grammar.SCALA.field("bound");
  static final int TYPE_PARAMETERS = Grammar.SCALA.field("type_parameters");
  static final int CLASS_PARAMETERS = Grammar.SCALA.field("class_parameters");
  static final int PARAMETERS = Grammar.SCALA.field("parameters");
  static final int RETURN_TYPE = Grammar.SCALA.field("return_type");
  static final int DEFAULT_VALUE = Grammar.SCALA.field("default_value");
  static final int FUNCTION = Grammar.SCALA.field("function");
  static final int ARGUMENTS = Grammar.SCALA.field("arguments");
  static final int TYPE_ARGUMENTS = Grammar.SCALA.field("type_arguments");
  static final int FIELD = Grammar.SCALA.field("field");
  static final int LEFT = Grammar.SCALA.field("left");
  static final int OPERATOR = Grammar.SCALA.field("operator");
  static final int RIGHT = Grammar.SCALA.field("right");
  static final int CONDITION = Grammar.SCALA.field("condition");
  static final int CONSEQUENCE = Grammar.SCALA.field("consequence");
  static final int ALTERNATIVE = Grammar.SCALA.field("alternative");
  static final int ENUMERATORS = Grammar.SCALA.field("enumerators");
  static final int LAMBDA_START = Grammar.SCALA.field("lambda_start");
  static final int INTERPOLATOR = Grammar.SCALA.field("interpolator");
  static final int BASE = Grammar.SCALA.field("base");
  static final int EXTRA = Grammar.SCALA.field("extra");

  private ScalaField() {}
}
