package dev.codegraph.ingest;

import dev.codegraph.schemas.Language;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The language of a file whose name has no ending, as its first lines say it to a system or an
 * editor: a pure function of its bytes. A first line {@code #!} names an interpreter; what a line
 * for Emacs or Vim says counts when there is no such line or it names none of ours.
 */
final class ScriptLanguage {
  /** How much of both ends of a file is looked at: editors look at five lines of each. */
  private static final int LOOKED_AT = 2 * 1024;

  private static final int LINES = 5;

  /** The languages that interpreters and editors mean, by what they call them. */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("bun", "typescript"),
          Map.entry("c++", "cpp"),
          Map.entry("cargo", "rust"),
          Map.entry("cs", "csharp"),
          Map.entry("deno", "typescript"),
          Map.entry("dotnet", "csharp"),
          Map.entry("golang", "go"),
          Map.entry("gorun", "go"),
          Map.entry("ipython", "python"),
          Map.entry("java-mode", "java"),
          Map.entry("jruby", "ruby"),
          Map.entry("js", "javascript"),
          Map.entry("js2", "javascript"),
          Map.entry("jython", "python"),
          Map.entry("kotlinc", "kotlin"),
          Map.entry("macruby", "ruby"),
          Map.entry("micropython", "python"),
          Map.entry("node", "javascript"),
          Map.entry("nodejs", "javascript"),
          Map.entry("pypy", "python"),
          Map.entry("rake", "ruby"),
          Map.entry("rbx", "ruby"),
          Map.entry("rust-script", "rust"),
          Map.entry("scala-cli", "scala"),
          Map.entry("ts-node", "typescript"),
          Map.entry("truffleruby", "ruby"),
          Map.entry("tsx", "typescript"));

  private static final Pattern VERSION = Pattern.compile("[-.]?\\d[\\d.]*$");
  private static final Pattern EMACS = Pattern.compile("-\\*-\\s*(.*?)\\s*-\\*-");
  private static final Pattern EMACS_MODE = Pattern.compile("(?i)(?:^|;)\\s*mode:\\s*([^;\\s]+)");
  private static final Pattern VIM =
      Pattern.compile(
          "(?:^|\\s)(?:vi|vim\\d*|ex):.*?\\b(?:ft|filetype|syn|syntax)=([A-Za-z0-9_+#-]+)");

  private ScriptLanguage() {}

  /** The language; empty when the lines say none, or none of ours. */
  static Optional<Language> of(byte[] bytes) {
    String head = text(bytes, 0, Math.min(bytes.length, LOOKED_AT));
    if (head.indexOf('\0') >= 0) {
      return Optional.empty();
    }
    return interpreter(head)
        .or(() -> emacs(head))
        .or(() -> vim(head))
        .or(() -> vim(text(bytes, Math.max(0, bytes.length - LOOKED_AT), bytes.length)));
  }

  private static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  private static Optional<Language> interpreter(String head) {
    if (!head.startsWith("#!")) {
      return Optional.empty();
    }
    boolean first = true;
    for (String word : head.lines().findFirst().orElse("").substring(2).strip().split("\\s+")) {
      String name = word.substring(word.lastIndexOf('/') + 1);
      boolean isEnv = first && name.equals("env");
      // What env is told beside the program: options, and variables to set.
      boolean isForEnv = !first && (word.startsWith("-") || word.contains("="));
      if (!isEnv && !isForEnv) {
        return named(name);
      }
      first = false;
    }
    return Optional.empty();
  }

  private static Optional<Language> emacs(String head) {
    return head.lines()
        .limit(2)
        .map(EMACS::matcher)
        .filter(Matcher::find)
        .map(line -> line.group(1))
        .flatMap(
            line -> {
              Matcher mode = EMACS_MODE.matcher(line);
              String name = mode.find() ? mode.group(1) : line.contains(":") ? "" : line;
              return named(name.toLowerCase(Locale.ROOT)).stream();
            })
        .findFirst();
  }

  private static Optional<Language> vim(String part) {
    String[] lines = part.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (i < LINES || i >= lines.length - LINES - 1) {
        Matcher matcher = VIM.matcher(lines[i]);
        if (matcher.find()) {
          return named(matcher.group(1).toLowerCase(Locale.ROOT));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Language> named(String name) {
    String plain = VERSION.matcher(name).replaceFirst("");
    String wire = NAMES.getOrDefault(name, NAMES.getOrDefault(plain, plain));
    return Language.find(wire).filter(language -> !language.isManifest());
  }
}
