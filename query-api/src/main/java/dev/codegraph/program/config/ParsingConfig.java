package dev.codegraph.program.config;

import dev.codegraph.schemas.Language;
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
 */
public record ParsingConfig(
    @Setting(
            doc = "Languages whose files are parsed.",
            value = "rust,python,javascript,typescript,go,java,cpp,c,csharp,kotlin,php,swift")
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
            doc = "Paths that are never read: name/ for a folder at any depth, or file patterns.",
            value =
                "target/,build/,dist/,out/,.output/,bin/,obj/,node_modules/,vendor/,.cargo/,venv/,"
                    + "env/,__pycache__/,.cache/,.tmp/,tmp/,temp/,*.pyc,*.pyo,*.pyd,*.so,*.dll,"
                    + "*.dylib,.git/,.svn/,.hg/,.bzr/,.vscode/,.idea/,.vs/,*.swp,*.swo,*~,"
                    + ".DS_Store,Thumbs.db,desktop.ini,*.log,logs/,log/")
        List<String> ignorePatterns) {

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
      if (pattern.startsWith("!") || pattern.replace("/", "").isBlank()) {
        throw new InvalidSetting(
            "ignore_patterns", "'%s' is empty or a negation, not a pattern".formatted(pattern));
      }
    }
  }

  /** The languages to parse, with the manifests that linking needs. */
  public Set<Language> languageSet() {
    Set<String> labels =
        languages.stream()
            .map(label -> label.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    return Stream.of(Language.values())
        .filter(language -> language.isManifest() || labels.contains(language.label()))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> known() {
    return Stream.of(Language.values())
        .filter(language -> !language.isManifest())
        .map(Language::label)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
