package dev.codegraph.parser.cfamily;

import java.util.Locale;

/** The fields that the walk asks for. The C grammar lacks some. */
enum CField {
  ALTERNATIVE,
  ARGUMENT,
  ARGUMENTS,
  BASE,
  BODY,
  CAPTURES,
  CONDITION,
  CONSEQUENCE,
  CONSTRAINT,
  DECLARATOR,
  DEFAULT_TYPE,
  DEFAULT_VALUE,
  DESIGNATOR,
  DIRECTIVE,
  FIELD,
  FUNCTION,
  INITIALIZER,
  LEFT,
  NAME,
  OPERATOR,
  PARAMETERS,
  PATH,
  PREFIX,
  RIGHT,
  SCOPE,
  SIZE,
  TEMPLATE_PARAMETERS,
  TYPE,
  UPDATE,
  VALUE;

  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
