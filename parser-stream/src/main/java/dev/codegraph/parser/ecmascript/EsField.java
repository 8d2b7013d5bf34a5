package dev.codegraph.parser.ecmascript;

import java.util.Locale;

/** The fields of syntax nodes that the indexer asks for. */
enum EsField {
  NAME,
  BODY,
  VALUE,
  KEY,
  LEFT,
  RIGHT,
  KIND,
  OPERATOR,
  OBJECT,
  PROPERTY,
  FUNCTION,
  CONSTRUCTOR,
  ARGUMENTS,
  PARAMETERS,
  PARAMETER,
  SOURCE,
  ALIAS,
  DECLARATION,
  INDEX,
  ARGUMENT,
  TYPE,
  PATTERN,
  RETURN_TYPE,
  TYPE_PARAMETERS,
  MODULE;

  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean onlyTypeScript() {
    return switch (this) {
      case TYPE, RETURN_TYPE, TYPE_PARAMETERS, MODULE -> true;
      default -> false;
    };
  }
}
