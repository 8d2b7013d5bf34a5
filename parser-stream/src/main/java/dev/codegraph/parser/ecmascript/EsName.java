package dev.codegraph.parser.ecmascript;

import dev.codegraph.schemas.BindingKind;

/** A name that some scope declares, while the walk still learns what it stands for. */
final class EsName {
  final String text;
  final EsScope scope;
  Meaning meaning;
  final BindingKind kind;

  /** Whether a function, however written, is its declared value. */
  boolean function;

  /** Written as {@code const}, so that its initialiser stays its value. */
  boolean constant;

  String declaredType = "";

  /** Expression of its value; -1 when unknown. */
  int initializer = -1;

  /** How often something is assigned to it, the declaration included. */
  int writes;

  /** Index of the entity that it lives in. */
  int owner;

  /** Index of the entity that it names; -1 when it names none. */
  int entity = -1;

  /** Index of the import that it names; -1 when it names none. */
  int importIndex = -1;

  /** What a name is to the references that use it. */
  enum Meaning {
    /** A parameter or local variable: uses are no references. */
    LOCAL,
    /** A type parameter: uses are no references. */
    TYPE_PARAMETER,
    /** Names an entity of this file. */
    ENTITY,
    /** Names something imported. */
    IMPORT
  }

  EsName(String text, EsScope scope, Meaning meaning, BindingKind kind) {
    this.text = text;
    this.scope = scope;
    this.meaning = meaning;
    this.kind = kind;
  }

  /** Whether uses of the name are references. */
  boolean isReferable() {
    return meaning == Meaning.ENTITY || meaning == Meaning.IMPORT;
  }
}
