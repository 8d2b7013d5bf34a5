package dev.codegraph.parser.swift;

import dev.codegraph.parser.syntax.Grammar;

/** The fields of the grammar that the walk asks for. */
final class SwiftField {
  static final int BODY = Grammar.SWIFT.field("body");
  static final int BOUND_IDENTIFIER = Grammar.SWIFT.field("bound_identifier");
  static final int COLLECTION = Grammar.SWIFT.field("collection");
  static final int CONSTRUCTED_TYPE = Grammar.SWIFT.field("constructed_type");
  static final int DATA_CONTENTS = Grammar.SWIFT.field("data_contents");
  static final int DECLARATION_KIND = Grammar.SWIFT.field("declaration_kind");
  static final int ERROR = Grammar.SWIFT.field("error");
  static final int EXPR = Grammar.SWIFT.field("expr");
  static final int INHERITS_FROM = Grammar.SWIFT.field("inherits_from");
  static final int ITEM = Grammar.SWIFT.field("item");
  static final int LHS = Grammar.SWIFT.field("lhs");
  static final int NAME = Grammar.SWIFT.field("name");
  static final int OPERATION = Grammar.SWIFT.field("operation");
  static final int OPERATOR = Grammar.SWIFT.field("operator");
  static final int REFERENCE_SPECIFIER = Grammar.SWIFT.field("reference_specifier");
  static final int RESULT = Grammar.SWIFT.field("result");
  static final int RHS = Grammar.SWIFT.field("rhs");
  static final int START = Grammar.SWIFT.field("start");
  static final int SUFFIX = Grammar.SWIFT.field("suffix");
  static final int TARGET = Grammar.SWIFT.field("target");
  static final int VALUE = Grammar.SWIFT.field("value");

  private SwiftField() {}
}
