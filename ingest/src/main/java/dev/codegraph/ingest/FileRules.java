package dev.codegraph.ingest;

import dev.codegraph.schemas.Language;
import dev.codegraph.schemas.ParsingSwitch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.jgit.lib.FileMode;
import org.jspecify.annotations.Nullable;

/**
 * What a path's name and mode alone say about it, under the settings of one project: a candidate in
 * some language, or a listed skip. A pure function, so that the same tree has the same candidates
 * whatever came before it.
 */
final class FileRules {
  /** Raised whenever a rule of this package would judge the same file differently. */
  private static final String RULES = "5";

  private final IngestConfig config;
  private final IgnorePatterns ignored;
  private final List<SwitchedOff> switchedOff;
  private final String settings;

  /**
   * @param config The configuration.
   * @param projectPatterns Ignore patterns of the project, in addition to the configured ones.
   */
  FileRules(IngestConfig config, List<String> projectPatterns) {
    this.config = config;
    List<String> patterns = new ArrayList<>(config.ignorePatterns());
    patterns.addAll(projectPatterns);
    this.ignored = new IgnorePatterns(patterns);
    this.switchedOff =
        SWITCHES.stream().filter(rule -> config.switchedOff().contains(rule.of)).toList();
    List<String> parts = new ArrayList<>();
    parts.add(RULES);
    parts.add(Long.toString(config.maxFileSize()));
    parts.add(Integer.toString(config.maxFilesPerProject()));
    parts.add(Integer.toString(config.maxLineLength()));
    parts.add(Boolean.toString(config.encodingDetection()));
    config.languages().stream().map(Language::wire).sorted().forEach(parts::add);
    if (!config.switchedOff().isEmpty()) {
      parts.add("off");
      config.switchedOff().stream().map(ParsingSwitch::wire).sorted().forEach(parts::add);
    }
    parts.add("patterns");
    // The order of patterns matters only where one takes back what another says.
    boolean isOrdered = patterns.stream().anyMatch(pattern -> pattern.startsWith("!"));
    (isOrdered ? patterns.stream() : patterns.stream().distinct().sorted()).forEach(parts::add);
    this.settings = Fingerprint.of(parts);
  }

  /** Which paths of a language a switch leaves out when it is off. */
  private record SwitchedOff(
      ParsingSwitch of, Language language, Predicate<String> paths, SkipReason reason) {}

  private static final List<SwitchedOff> SWITCHES =
      List.of(
          new SwitchedOff(
              ParsingSwitch.RUST_TESTS,
              Language.RUST,
              path -> isBelow("tests/", path),
              SkipReason.RUST_TEST),
          new SwitchedOff(
              ParsingSwitch.RUST_BENCHMARKS,
              Language.RUST,
              path -> isBelow("benches/", path),
              SkipReason.RUST_BENCHMARK),
          new SwitchedOff(
              ParsingSwitch.RUST_EXAMPLES,
              Language.RUST,
              path -> isBelow("examples/", path),
              SkipReason.RUST_EXAMPLE),
          new SwitchedOff(
              ParsingSwitch.NOTEBOOKS, Language.NOTEBOOK, path -> true, SkipReason.NOTEBOOK),
          new SwitchedOff(
              ParsingSwitch.STUBS, Language.PYTHON, path -> path.endsWith(".pyi"), SkipReason.STUB),
          new SwitchedOff(
              ParsingSwitch.JSX,
              Language.JAVASCRIPT,
              path -> path.endsWith(".jsx"),
              SkipReason.JSX),
          new SwitchedOff(ParsingSwitch.VUE, Language.VUE, path -> true, SkipReason.VUE));

  /** How the language of a candidate is found out. */
  enum Naming {
    /** The name says it. */
    EXACT,
    /** A header of C, C++ or Objective-C. */
    HEADER,
    /** YAML, which may be a manifest of Kubernetes. */
    YAML,
    /** The name has no ending; the first lines may say it. */
    NONE;

    /** Whether a file of such a name is code or a manifest in any case. */
    boolean isSure() {
      return this == EXACT || this == HEADER;
    }
  }

  /** What a name says about a file. */
  sealed interface Verdict {
    /**
     * A file whose content decides.
     *
     * @param language The language that its name says; null when it says none.
     * @param naming How far the name can be relied on.
     * @param byHand Whether the repository itself says that no tool wrote the file.
     */
    record Candidate(@Nullable Language language, Naming naming, boolean byHand)
        implements Verdict {
      /** The same, written by people. */
      Candidate writtenByHand() {
        return new Candidate(language, naming, true);
      }
    }

    /** A file that is never read. */
    record Skip(SkipReason reason) implements Verdict {}
  }

  /** Frequent names without an ending whose files are in no language of ours. */
  private static final Set<String> NEVER_SCRIPTS =
      Set.of(
          "Makefile",
          "makefile",
          "GNUmakefile",
          "Kconfig",
          "Kbuild",
          "Jenkinsfile",
          "Procfile",
          "gradlew",
          "mvnw",
          "configure");

  private static final Verdict SCRIPT = new Verdict.Candidate(null, Naming.NONE, false);
  private static final Verdict SYMLINK = new Verdict.Skip(SkipReason.SYMLINK);
  private static final Verdict SUBMODULE = new Verdict.Skip(SkipReason.SUBMODULE);
  private static final Verdict IGNORED = new Verdict.Skip(SkipReason.IGNORED);
  private static final Verdict UNSUPPORTED = new Verdict.Skip(SkipReason.UNSUPPORTED_LANGUAGE);

  /** The configuration that the rules follow. */
  IngestConfig config() {
    return config;
  }

  /** Hash of everything that decides what is skipped. */
  String settings() {
    return settings;
  }

  /**
   * Judges one path.
   *
   * @param mode Mode bits of the tree entry.
   * @param path Path text.
   */
  Verdict judge(int mode, String path) {
    if (FileMode.SYMLINK.equals(mode)) {
      return SYMLINK;
    }
    if (FileMode.GITLINK.equals(mode)) {
      return SUBMODULE;
    }
    boolean isHeader = Language.isHeader(path);
    Optional<Language> language =
        Language.ofPath(path).filter(named -> isHeader ? readsHeaders() : reads(named));
    if (ignored.matches(path)) {
      return IGNORED;
    }
    if (language.isEmpty()) {
      return mayBeScript(path) ? SCRIPT : UNSUPPORTED;
    }
    for (SwitchedOff rule : switchedOff) {
      if (rule.language == language.get() && rule.paths.test(path)) {
        return new Verdict.Skip(rule.reason);
      }
    }
    return new Verdict.Candidate(language.get(), naming(isHeader, language.get()), false);
  }

  private static boolean isBelow(String folder, String path) {
    return path.startsWith(folder) || path.contains("/" + folder);
  }

  private static Naming naming(boolean isHeader, Language language) {
    if (isHeader) {
      return Naming.HEADER;
    }
    return language == Language.KUBERNETES ? Naming.YAML : Naming.EXACT;
  }

  /** Whether the first lines of a file are worth reading. */
  private static boolean mayBeScript(String path) {
    if (!Language.hasNoEnding(path)) {
      return false;
    }
    String name = path.substring(path.lastIndexOf('/') + 1);
    return !NEVER_SCRIPTS.contains(name) && !isShouted(name);
  }

  /** Whether a name is like LICENSE or README: without a lower-case letter. */
  private static boolean isShouted(String name) {
    return name.chars().noneMatch(Character::isLowerCase);
  }

  private boolean reads(Language language) {
    return config.languages().contains(language);
  }

  private boolean readsHeaders() {
    return HeaderLanguage.POSSIBLE.stream().anyMatch(this::reads);
  }
}
