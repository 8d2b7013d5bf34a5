package dev.codegraph.ingest;

import dev.codegraph.schemas.Language;
import dev.codegraph.schemas.ParsingSwitch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What ingest is told: the part of the {@code [parsing]} section that decides what is read, and
 * where repositories named by URL are kept.
 *
 * @param languages Languages whose files are sent; a file of another one is a listed skip.
 * @param maxFileSize Largest content, bytes; a larger file is a listed skip.
 * @param maxFilesPerProject How many indexable paths of a revision are sent, the first in byte
 *     order, so that the result does not depend on history; a file without an ending counts, since
 *     only its content says whether it is a script.
 * @param maxLineLength Longest line, characters; a file with a longer one is a listed skip.
 * @param encodingDetection Whether UTF-16 and Latin-1 are read as well as UTF-8.
 * @param ignorePatterns Paths that are listed but never read; a project may add more, and may take
 *     back what these say.
 * @param switchedOff What of some languages is left out.
 * @param sliceBytes Largest manifest slice, bytes before compression.
 * @param bulkCredit How many contents of a large changeset may wait to be parsed.
 * @param bulkFiles From how many differing paths a changeset is large.
 * @param repositories Folder of the mirrors of repositories named by URL.
 */
public record IngestConfig(
    Set<Language> languages,
    long maxFileSize,
    int maxFilesPerProject,
    int maxLineLength,
    boolean encodingDetection,
    List<String> ignorePatterns,
    Set<ParsingSwitch> switchedOff,
    int sliceBytes,
    int bulkCredit,
    int bulkFiles,
    Path repositories) {

  /** The largest value of {@link #maxFileSize}: a content must fit into one record. */
  public static final long LARGEST_FILE_SIZE = 50L * 1024 * 1024;

  private static final List<String> DEFAULT_IGNORE_PATTERNS =
      List.of(
          "target/",
          "build/",
          "dist/",
          "out/",
          ".output/",
          "bin/",
          "obj/",
          "node_modules/",
          "vendor/",
          ".cargo/",
          "venv/",
          "env/",
          "__pycache__/",
          ".cache/",
          ".tmp/",
          "tmp/",
          "temp/",
          "*.pyc",
          "*.pyo",
          "*.pyd",
          "*.so",
          "*.dll",
          "*.dylib",
          ".git/",
          ".svn/",
          ".hg/",
          ".bzr/",
          ".vscode/",
          ".idea/",
          ".vs/",
          "*.swp",
          "*.swo",
          "*~",
          ".DS_Store",
          "Thumbs.db",
          "desktop.ini",
          "*.log",
          "logs/",
          "log/");

  /**
   * @throws IllegalArgumentException naming every value that is out of range
   */
  public IngestConfig {
    List<String> problems = new ArrayList<>();
    check(problems, !languages.isEmpty(), "parsing.languages must name at least one language");
    check(
        problems,
        maxFileSize >= 1 && maxFileSize <= LARGEST_FILE_SIZE,
        "parsing.max_file_size must be between 1 and " + LARGEST_FILE_SIZE + " bytes");
    check(problems, maxFilesPerProject >= 1, "parsing.max_files_per_project must be at least 1");
    check(problems, maxLineLength >= 1, "parsing.max_line_length must be at least 1");
    for (String pattern : ignorePatterns) {
      check(
          problems,
          isPattern(pattern),
          "parsing.ignore_patterns: '" + pattern + "' is empty or not a glob");
    }
    check(problems, sliceBytes >= 1024, "a manifest slice must have room for 1024 bytes");
    check(problems, bulkCredit >= 1, "the bulk credit must be at least 1");
    check(problems, bulkFiles >= 1, "the size from which a changeset is large must be at least 1");
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", problems));
    }
    languages = Set.copyOf(languages);
    ignorePatterns = List.copyOf(ignorePatterns);
    switchedOff = Set.copyOf(switchedOff);
  }

  /**
   * The defaults.
   *
   * @param repositories Folder of the mirrors of repositories named by URL.
   */
  public static IngestConfig defaults(Path repositories) {
    return new IngestConfig(
        EnumSet.allOf(Language.class),
        2L * 1024 * 1024,
        100_000,
        10_000,
        true,
        DEFAULT_IGNORE_PATTERNS,
        Set.of(),
        256 * 1024,
        2_000,
        200,
        repositories);
  }

  /** The ignore patterns in force when none are configured. */
  public static List<String> defaultIgnorePatterns() {
    return DEFAULT_IGNORE_PATTERNS;
  }

  /** Whether a text can be an ignore pattern. */
  public static boolean isPattern(String pattern) {
    return IgnorePatterns.canRead(pattern);
  }

  private static void check(List<String> problems, boolean holds, String problem) {
    if (!holds) {
      problems.add(problem);
    }
  }
}
