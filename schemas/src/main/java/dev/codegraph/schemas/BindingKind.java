package dev.codegraph.schemas;

/** How a local name came to be. */
public enum BindingKind {
  PARAMETER,
  LOCAL,
  LOOP,
  PATTERN,
  CATCH,
  RESOURCE,
  RECEIVER
}
