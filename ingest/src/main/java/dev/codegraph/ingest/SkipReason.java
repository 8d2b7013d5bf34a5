package dev.codegraph.ingest;

import dev.codegraph.schemas.ErrorCode;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Why ingest lists a path in a manifest but sends no content of it: the closed list. */
public enum SkipReason {
  /** A symbolic link; its target is indexed where it is. */
  SYMLINK,
  /** A submodule; index its repository as a project of its own. */
  SUBMODULE,
  /** Matches an ignore pattern. */
  IGNORED,
  /** {@code .gitattributes} of the repository mark it as linguist-generated. */
  LINGUIST_GENERATED,
  /** {@code .gitattributes} of the repository mark it as linguist-vendored. */
  LINGUIST_VENDORED,
  /** Below a folder tests, and parsing.rust.parse_tests is off. */
  RUST_TEST,
  /** Below a folder benches, and parsing.rust.parse_benchmarks is off. */
  RUST_BENCHMARK,
  /** Below a folder examples, and parsing.rust.parse_examples is off. */
  RUST_EXAMPLE,
  /** A notebook, and parsing.python.parse_notebooks is off. */
  NOTEBOOK,
  /** A stub, and parsing.python.parse_stubs is off. */
  STUB,
  /** A {@code .jsx} file, and parsing.javascript.parse_jsx is off. */
  JSX,
  /** A component of Vue, and parsing.javascript.parse_vue is off. */
  VUE,
  /** Not in a language that is indexed. */
  UNSUPPORTED_LANGUAGE(ErrorCode.CG006),
  /** Beyond parsing.max_files_per_project, counted in byte order of the paths. */
  TOO_MANY_FILES,
  /** Larger than parsing.max_file_size. */
  TOO_LARGE,
  /** Has a zero byte in its first 8 KB. */
  BINARY,
  /** Is not UTF-8, and parsing.encoding_detection is off. */
  NOT_UTF8(ErrorCode.CG007),
  /** A pointer to Git LFS; the content is not in the repository. */
  GIT_LFS,
  /** Says that a tool generated it. */
  GENERATED,
  /** Is compressed JavaScript: long lines with hardly a space. */
  MINIFIED,
  /** Has a line longer than parsing.max_line_length. */
  LINE_TOO_LONG;

  private static final Map<String, SkipReason> BY_WIRE =
      Stream.of(values()).collect(Collectors.toMap(SkipReason::wire, Function.identity()));

  private final @Nullable ErrorCode code;

  SkipReason() {
    this.code = null;
  }

  SkipReason(ErrorCode code) {
    this.code = code;
  }

  /** The token in manifests. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The code of the reason that a token names; null where skipping is no error. */
  public static @Nullable ErrorCode codeOf(String wire) {
    SkipReason reason = BY_WIRE.get(wire);
    return reason == null ? null : reason.code;
  }
}
