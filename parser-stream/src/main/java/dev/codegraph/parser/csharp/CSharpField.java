package dev.codegraph.parser.csharp;

import dev.codegraph.parser.syntax.Grammar;

/** The fields of the grammar that the walk asks for. */
final class CSharpField {
  static final int NAME = Grammar.CSHARP.field("name");
  static final int TYPE = Grammar.CSHARP.field("type");
  static final int BODY = Grammar.CSHARP.field("body");
  static final int RETURNS = Grammar.CSHARP.field("returns");
  static final int PARAMETERS = Grammar.CSHARP.field("parameters");
  static final int ACCESSORS = Grammar.CSHARP.field("accessors");
  static final int VALUE = Grammar.CSHARP.field("value");
  static final int EXPRESSION = Grammar.CSHARP.field("expression");
  static final int FUNCTION = Grammar.CSHARP.field("function");
  static final int ARGUMENTS = Grammar.CSHARP.field("arguments");
  static final int INITIALIZER = Grammar.CSHARP.field("initializer");
  static final int LEFT = Grammar.CSHARP.field("left");
  static final int RIGHT = Grammar.CSHARP.field("right");
  static final int OPERATOR = Grammar.CSHARP.field("operator");
  static final int CONDITION = Grammar.CSHARP.field("condition");
  static final int CONSEQUENCE = Grammar.CSHARP.field("consequence");
  static final int ALTERNATIVE = Grammar.CSHARP.field("alternative");
  static final int PATTERN = Grammar.CSHARP.field("pattern");
  static final int QUALIFIER = Grammar.CSHARP.field("qualifier");
  static final int ALIAS = Grammar.CSHARP.field("alias");
  static final int SUBSCRIPT = Grammar.CSHARP.field("subscript");

  private CSharpField() {}
}
