package dev.codegraph.program.config;

import dev.codegraph.ingest.IngestConfig;
import dev.codegraph.schemas.Language;
import dev.codegraph.schemas.ParsingSwitch;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The {@code [parsing]} section: which files are read, and how far.
 *
 * @param languages Languages whose files are parsed, as {@link Language#label()}; the manifests of
 *     builds come with them.
 * @param maxFileSize Larger files are listed as skipped, bytes.
 * @param maxFilesPerProject How many files of a revision are indexed at most.
 * @param maxLineLength A file with a longer line is listed as skipped, characters.
 * @param encodingDetection Whether files that are not UTF-8 are read.
 * @param ignorePatterns Paths that are never read.
 * @param rust What of Rust is left out.
 * @param python What of Python is left out.
 * @param javascript What of JavaScript is left out.
 */
public record ParsingConfig(
    @Setting(
            doc = "Languages whose files are parsed.",
            value =
                "rust,python,javascript,typescript,go,java,cpp,c,csharp,kotlin,php,swift,scala,ruby,dart")
        List<String> languages,
    @Setting(
            doc = "Larger files are listed as skipped.",
            value = "2MB",
            min = 1,
            max = 50L << 20,
            unit = Setting.Unit.BYTES)
        long maxFileSize,
    @Setting(
            doc = "Files of a revision that are indexed at most, the first by path.",
            value = "100000",
            min = 1)
        int maxFilesPerProject,
    @Setting(
            doc = "A file with a longer line, in characters, is listed as skipped.",
            value = "10000",
            min = 1)
        int maxLineLength,
    @Setting(
            doc = "Read UTF-16 and Latin-1 as well as UTF-8; off: they are listed as skipped.",
            value = "true")
        boolean encodingDetection,
    @Setting(
            doc =
                "Paths that are never read, as in .gitignore: name/ for a folder at any depth,"
                    + " /name for one at the root, ** for any folders; !name takes back what is"
                    + " before.",
            value =
                "target/,build/,dist/,out/,.output/,bin/,obj/,node_modules/,vendor/,.cargo/,venv/,"
                    + "env/,__pycache__/,.cache/,.tmp/,tmp/,temp/,*.pyc,*.pyo,*.pyd,*.so,*.dll,"
                    + "*.dylib,.git/,.svn/,.hg/,.bzr/,.vscode/,.idea/,.vs/,*.swp,*.swo,*~,"
                    + ".DS_Store,Thumbs.db,desktop.ini,*.log,logs/,log/")
        List<String> ignorePatterns,
    Rust rust,
    Python python,
    Javascript javascript) {

  /**
   * The {@code [parsing.rust]} section.
   *
   * @param parseTests Whether tests are indexed.
   * @param parseBenchmarks Whether benchmarks are indexed.
   * @param parseExamples Whether example programs are indexed.
   * @param extractDocs Whether documentation comments are kept.
   */
  public record Rust(
      @Setting(
              doc =
                  "Index what #[test] and #[cfg(test)] mark and the files below tests/; off: the"
                      + " files are listed as skipped.",
              value = "true")
          boolean parseTests,
      @Setting(
              doc =
                  "Index benchmark functions and the files below benches/; off: the files are"
                      + " listed as skipped.",
              value = "true")
          boolean parseBenchmarks,
      @Setting(
              doc = "Index the files below examples/; off: they are listed as skipped.",
              value = "true")
          boolean parseExamples,
      @Setting(doc = "Keep documentation comments with what they document.", value = "true")
          boolean extractDocs) {}

  /**
   * The {@code [parsing.python]} section.
   *
   * @param parseNotebooks Whether notebooks are indexed.
   * @param parseStubs Whether stubs are indexed.
   * @param extractDocstrings Whether docstrings are kept.
   */
  public record Python(
      @Setting(
              doc = "Index the code cells of .ipynb files; off: they are listed as skipped.",
              value = "true")
          boolean parseNotebooks,
      @Setting(doc = "Index .pyi files; off: they are listed as skipped.", value = "true")
          boolean parseStubs,
      @Setting(doc = "Keep docstrings with what they document.", value = "true")
          boolean extractDocstrings) {}

  /**
   * The {@code [parsing.javascript]} section.
   *
   * @param parseJsx Whether JSX is read.
   * @param parseVue Whether components of Vue are indexed.
   * @param parseTypescript Whether types in JavaScript are read.
   */
  public record Javascript(
      @Setting(
              doc =
                  "Read JSX in .jsx and .js files; off: the former are listed as skipped, the"
                      + " latter as failed (CG007). JSX in .tsx and .vue files is read in any"
                      + " case.",
              value = "true")
          boolean parseJsx,
      @Setting(
              doc = "Index the scripts and templates of .vue files; off: they are skipped.",
              value = "true")
          boolean parseVue,
      @Setting(
              doc =
                  "Read types of TypeScript and Flow in .js files; off: such files are listed as"
                      + " failed (CG007).",
              value = "true")
          boolean parseTypescript) {}

  public ParsingConfig {
    if (languages.isEmpty()) {
      throw new InvalidSetting("languages", "is empty; at least one language is needed");
    }
    Set<String> known = known();
    for (String language : languages) {
      if (!known.contains(language.toLowerCase(Locale.ROOT))) {
        throw new InvalidSetting(
            "languages", "'%s' is not one of %s".formatted(language, String.join(", ", known)));
      }
    }
    for (String pattern : ignorePatterns) {
      if (!IngestConfig.isPattern(pattern)) {
        throw new InvalidSetting(
            "ignore_patterns", "'%s' is empty or not a pattern".formatted(pattern));
      }
    }
  }

  /** The languages to parse, with manifests of all kinds, which are read in any case. */
  public Set<Language> languageSet() {
    Set<String> labels =
        languages.stream()
            .map(label -> label.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    return Stream.of(Language.values())
        .filter(language -> language.isManifest() || labels.contains(language.label()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * What ingest is told.
   *
   * @param repositories Folder of the mirrors of repositories named by URL.
   */
  public IngestConfig ingest(Path repositories) {
    IngestConfig defaults = IngestConfig.defaults(repositories);
    return new IngestConfig(
        languageSet(),
        maxFileSize,
        maxFilesPerProject,
        maxLineLength,
        encodingDetection,
        ignorePatterns,
        switchedOff(),
        defaults.sliceBytes(),
        defaults.bulkCredit(),
        defaults.bulkFiles(),
        defaults.repositories());
  }

  /** What is left out. */
  public Set<ParsingSwitch> switchedOff() {
    return Stream.of(ParsingSwitch.values())
        .filter(one -> !isOn(one))
        .collect(Collectors.toUnmodifiableSet());
  }

  private boolean isOn(ParsingSwitch one) {
    return switch (one) {
      case RUST_TESTS -> rust.parseTests;
      case RUST_BENCHMARKS -> rust.parseBenchmarks;
      case RUST_EXAMPLES -> rust.parseExamples;
      case RUST_DOCS -> rust.extractDocs;
      case NOTEBOOKS -> python.parseNotebooks;
      case STUBS -> python.parseStubs;
      case DOCSTRINGS -> python.extractDocstrings;
      case JSX -> javascript.parseJsx;
      case VUE -> javascript.parseVue;
      case TYPES_IN_JAVASCRIPT -> javascript.parseTypescript;
    };
  }

  private static Set<String> known() {
    return Stream.of(Language.values())
        .filter(language -> !language.isManifest())
        .map(Language::label)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
