package dev.codegraph.schemas;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A switch of the configuration that, when it is off, leaves something out of the files of a
 * language. Some of them leave out files by their path; the others change what a content says, so
 * that the switches that are off belong to the identity of such a content.
 */
public enum ParsingSwitch {
  /** Functions and modules of Rust that are tests. */
  RUST_TESTS("parsing.rust.parse_tests", Language.RUST),
  /** Functions of Rust that are benchmarks. */
  RUST_BENCHMARKS("parsing.rust.parse_benchmarks", Language.RUST),
  /** Example programs of Rust, which only their path tells. */
  RUST_EXAMPLES("parsing.rust.parse_examples"),
  /** Documentation comments of Rust. */
  RUST_DOCS("parsing.rust.extract_docs", Language.RUST),
  /** Notebooks. */
  NOTEBOOKS("parsing.python.parse_notebooks"),
  /** Stubs of Python modules. */
  STUBS("parsing.python.parse_stubs"),
  /** Docstrings of Python. */
  DOCSTRINGS("parsing.python.extract_docstrings", Language.PYTHON, Language.NOTEBOOK),
  /**
   * JSX in files of JavaScript. TypeScript has files of its own for it, which an ignore pattern
   * leaves out, and a component of Vue holds more than code in any case.
   */
  JSX("parsing.javascript.parse_jsx", Language.JAVASCRIPT),
  /** Components of Vue. */
  VUE("parsing.javascript.parse_vue"),
  /** Types of TypeScript or Flow in files of JavaScript. */
  TYPES_IN_JAVASCRIPT("parsing.javascript.parse_typescript", Language.JAVASCRIPT);

  private final String key;
  private final Set<Language> languages;

  ParsingSwitch(String key, Language... languages) {
    this.key = key;
    this.languages = Set.of(languages);
  }

  /** The key of the configuration that turns it. */
  public String key() {
    return key;
  }

  /** The name in records. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Those of some switches that change what contents of a language say, in one text: wire names in
   * the order of the constants, with spaces between; empty when there are none.
   */
  public static String wire(Set<ParsingSwitch> off, Language language) {
    return Arrays.stream(values())
        .filter(off::contains)
        .filter(one -> one.languages.contains(language))
        .map(ParsingSwitch::wire)
        .collect(Collectors.joining(" "));
  }

  /**
   * The switches that a text of {@link #wire(Set, Language)} names.
   *
   * @throws IllegalArgumentException when it names another
   */
  public static Set<ParsingSwitch> ofWire(String text) {
    Set<ParsingSwitch> off = EnumSet.noneOf(ParsingSwitch.class);
    for (String word : text.isEmpty() ? new String[0] : text.split(" ")) {
      off.add(valueOf(word.toUpperCase(Locale.ROOT)));
    }
    return off;
  }
}
