package dev.codegraph.parser.rust;

import dev.codegraph.parser.syntax.Grammar;

/** The numbers of the Rust grammar's fields. */
final class RustFields {
  static final int ALIAS = field("alias");
  static final int ALTERNATIVE = field("alternative");
  static final int ARGUMENT = field("argument");
  static final int ARGUMENTS = field("arguments");
  static final int BODY = field("body");
  static final int BOUNDS = field("bounds");
  static final int CONDITION = field("condition");
  static final int CONSEQUENCE = field("consequence");
  static final int DOC = field("doc");
  static final int ELEMENT = field("element");
  static final int FIELD = field("field");
  static final int FUNCTION = field("function");
  static final int INNER = field("inner");
  static final int LEFT = field("left");
  static final int LENGTH = field("length");
  static final int LIST = field("list");
  static final int MACRO = field("macro");
  static final int NAME = field("name");
  static final int OPERATOR = field("operator");
  static final int OUTER = field("outer");
  static final int PARAMETERS = field("parameters");
  static final int PATH = field("path");
  static final int PATTERN = field("pattern");
  static final int RETURN_TYPE = field("return_type");
  static final int RIGHT = field("right");
  static final int TRAIT = field("trait");
  static final int TYPE = field("type");
  static final int TYPE_ARGUMENTS = field("type_arguments");
  static final int TYPE_PARAMETERS = field("type_parameters");
  static final int VALUE = field("value");

  private RustFields() {}

  private static int field(String name) {
    return Grammar.RUST.field(name);
  }
}
