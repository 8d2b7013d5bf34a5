package dev.codegraph.program.config;

import dev.codegraph.schemas.ErrorCode;

/**
 * Something that is wrong with a configuration.
 *
 * @param key Path of the key, or the name of what cannot be read.
 * @param where Where it was set: file and line, a variable, or a flag.
 * @param message What is wrong, and what would be right.
 */
public record Problem(String key, String where, String message) {
  /** One line with the error code. */
  @Override
  public String toString() {
    return "%s %s (%s): %s".formatted(ErrorCode.CG008, key, where, message);
  }
}
