package dev.codegraph.schemas;

/** What became of one content or path: every one of them ends in exactly one of these. */
public enum ContentStatus {
  OK,
  PARTIAL,
  SKIPPED,
  FAILED
}
