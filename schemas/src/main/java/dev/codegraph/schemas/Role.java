package dev.codegraph.schemas;

/** What a reference is for; it decides which kind of edge a resolved reference becomes. */
public enum Role {
  CALL,
  INSTANTIATE,
  EXTEND,
  IMPLEMENT,
  IMPORT,
  TYPE,
  ANNOTATE,
  READ,
  WRITE,
  FUNCTION_VALUE
}
