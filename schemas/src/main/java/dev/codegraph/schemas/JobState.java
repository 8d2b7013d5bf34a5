package dev.codegraph.schemas;

/** Where a job or one of its stages stands. */
public enum JobState {
  ACCEPTED,
  RUNNING,
  DONE,
  FAILED,
  SUPERSEDED
}
