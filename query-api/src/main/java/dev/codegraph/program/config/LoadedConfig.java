package dev.codegraph.program.config;

import dev.codegraph.schemas.CodeGraphException;
import dev.codegraph.schemas.ErrorCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was read: the configuration unless something is wrong with it, everything that is wrong, and
 * where each value comes from.
 *
 * @param file The file that was read; null without one.
 * @param config The configuration; null when there are problems.
 * @param problems What keeps it from being one.
 * @param unknown Keys that do not exist: a mistake in a file that is checked, a warning at a start.
 * @param warnings What else was noticed, such as unknown variables.
 * @param effective Value and source by key path, in the order of the table.
 */
public record LoadedConfig(
    @Nullable Path file,
    @Nullable CodeGraphConfig config,
    List<Problem> problems,
    List<Problem> unknown,
    List<Problem> warnings,
    Map<String, Effective> effective) {

  /** The file, if any. */
  public Optional<Path> optionalFile() {
    return Optional.ofNullable(file);
  }

  /**
   * The configuration.
   *
   * @throws CodeGraphException CG008 with all problems, one a line
   */
  public CodeGraphConfig orThrow() {
    CodeGraphConfig valid = config;
    if (valid == null) {
      throw new CodeGraphException(
          ErrorCode.CG008,
          problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    }
    return valid;
  }
}
