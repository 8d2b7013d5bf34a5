package dev.codegraph.graph.link.golang;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * On which systems, processors and tags a file is built: what its name and its build constraint say
 * together.
 */
final class GoBuild {
  /** With more tags than this two constraints are taken to be compatible. */
  private static final int MAX_TAGS = 6;

  private static final Set<String> SYSTEMS =
      Set.of(
          "aix",
          "android",
          "darwin",
          "dragonfly",
          "freebsd",
          "hurd",
          "illumos",
          "ios",
          "js",
          "linux",
          "nacl",
          "netbsd",
          "openbsd",
          "plan9",
          "solaris",
          "wasip1",
          "windows",
          "zos");

  private static final Set<String> UNIX =
      Set.of(
          "aix",
          "android",
          "darwin",
          "dragonfly",
          "freebsd",
          "hurd",
          "illumos",
          "ios",
          "linux",
          "netbsd",
          "openbsd",
          "solaris");

  private static final Set<String> PROCESSORS =
      Set.of(
          "386",
          "amd64",
          "amd64p32",
          "arm",
          "arm64",
          "armbe",
          "loong64",
          "mips",
          "mips64",
          "mips64le",
          "mipsle",
          "ppc",
          "ppc64",
          "ppc64le",
          "riscv",
          "riscv64",
          "s390x",
          "sparc64",
          "wasm");

  private final Predicate<Predicate<String>> condition;
  private final Set<String> words;

  private GoBuild(Predicate<Predicate<String>> condition, Set<String> words) {
    this.condition = condition;
    this.words = words;
  }

  /**
   * The constraint of a file in one line: the systems and processors in its name, then what its
   * text says. Empty when it is built everywhere.
   */
  static String constraint(String fileName, String text) {
    String base =
        fileName.endsWith(".go") ? fileName.substring(0, fileName.length() - 3) : fileName;
    base = base.endsWith("_test") ? base.substring(0, base.length() - 5) : base;
    String[] parts = base.split("_");
    List<String> found = new ArrayList<>(2);
    int last = parts.length - 1;
    if (last >= 1 && PROCESSORS.contains(parts[last])) {
      found.add(parts[last]);
      last--;
    }
    if (last >= 1 && SYSTEMS.contains(parts[last])) {
      found.add(parts[last]);
    }
    if (!text.isEmpty()) {
      found.add(text.startsWith("+build ") ? plusBuild(text.substring(7)) : "(" + text + ")");
    }
    return String.join(" && ", found);
  }

  /** Lines of the older form, divided by semicolons: blanks are or, commas are and. */
  private static String plusBuild(String lines) {
    StringBuilder out = new StringBuilder("(");
    for (String line : lines.split(";")) {
      out.append(out.length() == 1 ? "(" : " && (")
          .append(line.strip().replace(",", " && ").replaceAll("(?<!&&) (?!&&)", " || "))
          .append(')');
    }
    return out.append(')').toString();
  }

  /** Reads a constraint. */
  static GoBuild of(String constraint) {
    Set<String> words = new TreeSet<>();
    return constraint.isEmpty()
        ? new GoBuild(holds -> true, words)
        : new GoBuild(new Reader(constraint, words).either(0), words);
  }

  /** Whether one build can hold files with both constraints. */
  boolean isCompatible(GoBuild other) {
    Set<String> systems = new TreeSet<>(List.of("linux", "freebsd", "plan9", "windows"));
    Set<String> processors = new TreeSet<>(List.of("amd64", "arm64"));
    Set<String> tags = new TreeSet<>();
    for (Set<String> some : List.of(words, other.words)) {
      for (String word : some) {
        if (SYSTEMS.contains(word)) {
          systems.add(word);
        } else if (PROCESSORS.contains(word)) {
          processors.add(word);
        } else if (!word.equals("unix")) {
          tags.add(word);
        }
      }
    }
    if (tags.size() > MAX_TAGS) {
      return true;
    }
    List<String> ordered = List.copyOf(tags);
    for (String system : systems) {
      for (String processor : processors) {
        for (int chosen = 0; chosen < 1 << ordered.size(); chosen++) {
          int set = chosen;
          Predicate<String> holds =
              word ->
                  word.equals(processor)
                      || isSystem(word, system)
                      || ordered.contains(word) && (set >> ordered.indexOf(word) & 1) == 1;
          if (condition.test(holds) && other.condition.test(holds)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean isSystem(String word, String system) {
    return word.equals(system)
        || word.equals("unix") && UNIX.contains(system)
        || word.equals("linux") && system.equals("android")
        || word.equals("solaris") && system.equals("illumos")
        || word.equals("darwin") && system.equals("ios");
  }

  /** Reads {@code a && (b || !c)}. */
  private static final class Reader {
    private static final int MAX_DEPTH = 100;

    private final String text;
    private final Set<String> words;
    private int at;

    Reader(String text, Set<String> words) {
      this.text = text;
      this.words = words;
    }

    Predicate<Predicate<String>> either(int depth) {
      Predicate<Predicate<String>> left = both(depth);
      while (accept("||")) {
        left = left.or(both(depth));
      }
      return left;
    }

    private Predicate<Predicate<String>> both(int depth) {
      Predicate<Predicate<String>> left = one(depth);
      while (accept("&&")) {
        left = left.and(one(depth));
      }
      return left;
    }

    private Predicate<Predicate<String>> one(int depth) {
      if (depth > MAX_DEPTH) {
        at = text.length();
        return holds -> true;
      }
      if (accept("!")) {
        return one(depth + 1).negate();
      }
      if (accept("(")) {
        Predicate<Predicate<String>> inner = either(depth + 1);
        accept(")");
        return inner;
      }
      int start = at;
      while (at < text.length() && "&|!() ".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      String word = text.substring(start, at);
      if (word.isEmpty()) {
        at = text.length();
        return holds -> true;
      }
      if (word.equals("gc") || word.startsWith("go1.")) {
        return holds -> true;
      }
      words.add(word);
      return holds -> holds.test(word);
    }

    private boolean accept(String token) {
      while (at < text.length() && text.charAt(at) == ' ') {
        at++;
      }
      if (!text.startsWith(token, at)) {
        return false;
      }
      at += token.length();
      return true;
    }
  }
}
