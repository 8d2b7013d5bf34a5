package dev.codegraph.parser.ruby;

import dev.codegraph.parser.syntax.Grammar;

/** The fields of the grammar that the walk asks for. */
final class RubyField {
  static final int ALIAS = Grammar.RUBY.field("alias");
  static final int ALTERNATIVE = Grammar.RUBY.field("alternative");
  static final int ARGUMENTS = Grammar.RUBY.field("arguments");
  static final int BLOCK = Grammar.RUBY.field("block");
  static final int BODY = Grammar.RUBY.field("body");
  static final int CLASS = Grammar.RUBY.field("class");
  static final int CONDITION = Grammar.RUBY.field("condition");
  static final int CONSEQUENCE = Grammar.RUBY.field("consequence");
  static final int EXCEPTIONS = Grammar.RUBY.field("exceptions");
  static final int KEY = Grammar.RUBY.field("key");
  static final int LEFT = Grammar.RUBY.field("left");
  static final int LOCALS = Grammar.RUBY.field("locals");
  static final int METHOD = Grammar.RUBY.field("method");
  static final int NAME = Grammar.RUBY.field("name");
  static final int OBJECT = Grammar.RUBY.field("object");
  static final int OPERAND = Grammar.RUBY.field("operand");
  static final int OPERATOR = Grammar.RUBY.field("operator");
  static final int PARAMETERS = Grammar.RUBY.field("parameters");
  static final int PATTERN = Grammar.RUBY.field("pattern");
  static final int RECEIVER = Grammar.RUBY.field("receiver");
  static final int RIGHT = Grammar.RUBY.field("right");
  static final int SCOPE = Grammar.RUBY.field("scope");
  static final int SUPERCLASS = Grammar.RUBY.field("superclass");
  static final int VALUE = Grammar.RUBY.field("value");
  static final int VARIABLE = Grammar.RUBY.field("variable");

  private RubyField() {}
}
