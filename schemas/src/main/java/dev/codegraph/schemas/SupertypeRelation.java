package dev.codegraph.schemas;

/** How a type names another one as its base. */
public enum SupertypeRelation {
  EXTENDS,
  IMPLEMENTS,
  MIXES_IN,
  EMBEDS
}
