package dev.codegraph.program.config;

import java.nio.file.Path;

/**
 * The {@code [logging]} section.
 *
 * @param level Events below it are not written; libraries are one step quieter.
 * @param format How a line looks.
 * @param output {@code stdout}, {@code stderr}, {@code file}, or the path of a file.
 * @param includeTimestamp Whether JSON lines have the time.
 * @param includeLevel Whether JSON lines have the level.
 * @param includeTarget Whether JSON lines have the logger's name.
 * @param includeThreadId Whether JSON lines have the id of the thread.
 * @param logFilePath The file of output {@code file}.
 * @param maxFileSize The size at which the file is rotated, bytes.
 * @param maxFiles Rotated files that are kept.
 * @param compressRotated Whether rotated files are compressed.
 */
public record LoggingConfig(
    @Setting(
            doc = "Events below it are not written; libraries are one step quieter.",
            value = "info")
        LogLevel level,
    @Setting(doc = "How a line looks.", value = "json", withoutFile = "compact") LogFormat format,
    @Setting(doc = "stdout, stderr, file, or the path of a file.", value = "stdout") String output,
    @Setting(doc = "Whether JSON lines have the time.", value = "true") boolean includeTimestamp,
    @Setting(doc = "Whether JSON lines have the level.", value = "true") boolean includeLevel,
    @Setting(doc = "Whether JSON lines have the logger's name.", value = "true")
        boolean includeTarget,
    @Setting(doc = "Whether JSON lines have the id of the thread.", value = "false")
        boolean includeThreadId,
    @Setting(doc = "The file of the output 'file'.", value = "/var/log/codegraph/api.log")
        Path logFilePath,
    @Setting(
            doc = "The size at which the file is rotated.",
            value = "100MB",
            min = 1 << 10,
            max = 1L << 40,
            unit = Setting.Unit.BYTES)
        long maxFileSize,
    @Setting(doc = "Rotated files that are kept.", value = "10", min = 1, max = 1000) int maxFiles,
    @Setting(doc = "Whether rotated files are compressed.", value = "true")
        boolean compressRotated) {

  public LoggingConfig {
    if (!output.equals("stdout")
        && !output.equals("stderr")
        && !output.equals("file")
        && !output.contains("/")) {
      throw new InvalidSetting(
          "output", "'%s' is not stdout, stderr, file or a path with a /".formatted(output));
    }
  }
}
