package dev.codegraph.schemas;

/** The stages of a job, in the order in which a file travels. */
public enum JobStage {
  INGEST,
  PARSE,
  EMBED,
  LINK,
  PUBLISH
}
