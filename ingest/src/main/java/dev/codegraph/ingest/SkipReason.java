package dev.codegraph.ingest;

import java.util.Locale;

/** Why ingest lists a path in a manifest but sends no content of it: the closed list. */
public enum SkipReason {
  SYMLINK("a symbolic link; its target is indexed where it is"),
  SUBMODULE("a submodule; index its repository as a project of its own"),
  IGNORED("matches an ignore pattern"),
  LINGUIST_GENERATED(".gitattributes of the repository mark it as linguist-generated"),
  LINGUIST_VENDORED(".gitattributes of the repository mark it as linguist-vendored"),
  RUST_TEST("below a folder tests, and parsing.rust.parse_tests is off"),
  RUST_BENCHMARK("below a folder benches, and parsing.rust.parse_benchmarks is off"),
  RUST_EXAMPLE("below a folder examples, and parsing.rust.parse_examples is off"),
  NOTEBOOK("a notebook, and parsing.python.parse_notebooks is off"),
  STUB("a stub, and parsing.python.parse_stubs is off"),
  JSX("a .jsx file, and parsing.javascript.parse_jsx is off"),
  VUE("a component of Vue, and parsing.javascript.parse_vue is off"),
  UNSUPPORTED_LANGUAGE("not in a language that is indexed (CG006)"),
  TOO_MANY_FILES("beyond parsing.max_files_per_project, counted in byte order of the paths"),
  TOO_LARGE("larger than parsing.max_file_size"),
  BINARY("has a zero byte in its first 8 KB"),
  NOT_UTF8("is not UTF-8, and parsing.encoding_detection is off (CG007)"),
  GIT_LFS("a pointer to Git LFS; the content is not in the repository"),
  GENERATED("says that a tool generated it"),
  MINIFIED("is compressed JavaScript: long lines with hardly a space"),
  LINE_TOO_LONG("has a line longer than parsing.max_line_length");

  private final String explanation;

  SkipReason(String explanation) {
    this.explanation = explanation;
  }

  /** The token in manifests. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it means, for people. */
  public String explanation() {
    return explanation;
  }
}
