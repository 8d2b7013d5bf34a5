package dev.codegraph.schemas;

/** What a changeset does to one path. */
public enum Operation {
  ADDED,
  MODIFIED,
  DELETED,
  RENAMED
}
