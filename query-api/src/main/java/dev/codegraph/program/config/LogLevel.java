package dev.codegraph.program.config;

/** From which severity on events are logged. */
public enum LogLevel {
  TRACE,
  DEBUG,
  INFO,
  WARN,
  ERROR
}
