package dev.codegraph.program.config;

/** What the topologies promise for a record that is read. */
public enum ProcessingGuarantee {
  AT_LEAST_ONCE,
  EXACTLY_ONCE_V2
}
