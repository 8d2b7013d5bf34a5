package dev.codegraph.documentation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What exists in a checkout, read from its files alone: paths, types, texts in quotes, routes, and
 * sub-commands. Build output and hidden folders of tools do not exist.
 */
public final class SourceTree {
  private static final Set<String> LEFT_OUT = Set.of(".git", ".idea", ".vscode", "target");
  private static final Pattern TYPE =
      Pattern.compile("\\b(?:class|interface|record|enum)\\s+([A-Z]\\w*)");
  private static final Pattern IMPORTED =
      Pattern.compile("^import (?:static )?[\\w.]*?\\b([A-Z]\\w*)\\b.*;$", Pattern.MULTILINE);
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
  private static final Pattern CONSTANT =
      Pattern.compile("\\bString (\\w+)\\s*=\\s*\"([^\"]*)\"\\s*;");
  private static final Pattern ROUTE =
      Pattern.compile("\\b(get|post|put|patch|delete)\\(\\s*((?:[A-Z_]+|\"/[^\"]*\")[^,;]*),");
  private static final Pattern SUBCOMMAND =
      Pattern.compile("@Command\\((?:[^\"@]|\"[^\"]*\")*?name = \"([^\"]+)\"");
  private static final Pattern VARIABLE = Pattern.compile("\\bCODEGRAPH_[A-Z0-9_]+");
  private static final Pattern POM_PROPERTY = Pattern.compile("<([a-z][\\w.-]*)>[^<]*</\\1>");

  private final Path root;
  private final Set<String> paths = new TreeSet<>();
  private final Map<String, Set<String>> typeSources = new HashMap<>();
  private final Set<String> packages = new HashSet<>();
  private final Set<String> importedTypes = new HashSet<>();
  private final Set<String> literals = new HashSet<>();
  private final Set<String> subcommands = new HashSet<>();
  private final Set<String> scriptVariables = new HashSet<>();
  private final Set<String> pomProperties = new HashSet<>();
  private final Map<String, Set<String>> routes = new TreeMap<>();

  private SourceTree(Path root) {
    this.root = root;
  }

  /** Reads a checkout. */
  public static SourceTree read(Path root) throws IOException {
    SourceTree tree = new SourceTree(root);
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (LEFT_OUT.contains(folder.getFileName().toString())) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            tree.paths.add(tree.relative(folder));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            tree.add(file);
            return FileVisitResult.CONTINUE;
          }
        });
    return tree;
  }

  /** The folder that holds the root pom, above the folder that tests run in. */
  public static Path findRoot() throws IOException {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("pom.xml"))
        || !Files.readString(folder.resolve("pom.xml")).contains("<modules>")) {
      Path parent = folder.getParent();
      if (parent == null) {
        throw new IOException("No root pom above " + Path.of("").toAbsolutePath());
      }
      folder = parent;
    }
    return folder;
  }

  private String relative(Path path) {
    return root.relativize(path).toString().replace('\\', '/');
  }

  private void add(Path file) throws IOException {
    String path = relative(file);
    paths.add(path);
    if (path.endsWith(".java")) {
      // Code that parsers are tested with may be no UTF-8.
      addJava(path, new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    } else if (path.equals("pom.xml")) {
      addAll(pomProperties, POM_PROPERTY, Files.readString(file));
    } else if (!path.contains("/src/") && isScript(file)) {
      addAll(scriptVariables, VARIABLE, Files.readString(file));
    }
  }

  private static boolean isScript(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    if (file.toString().endsWith(".sh")) {
      return true;
    }
    try (var in = Files.newInputStream(file)) {
      return in.read() == '#' && in.read() == '!';
    }
  }

  private void addJava(String path, String source) {
    TYPE.matcher(source)
        .results()
        .forEach(
            type -> typeSources.computeIfAbsent(type.group(1), t -> new HashSet<>()).add(source));
    addAll(importedTypes, IMPORTED, source);
    Matcher named = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE).matcher(source);
    if (named.find()) {
      packages.add(named.group(1));
    }
    if (path.contains("/src/main/")) {
      addAll(literals, LITERAL, source);
      addAll(subcommands, SUBCOMMAND, source);
      addRoutes(source);
    }
  }

  private void addRoutes(String source) {
    Map<String, String> constants = new HashMap<>();
    CONSTANT.matcher(source).results().forEach(c -> constants.put(c.group(1), c.group(2)));
    Matcher route = ROUTE.matcher(source);
    while (route.find()) {
      StringBuilder template = new StringBuilder();
      for (String part : route.group(2).split("\\+")) {
        String term = part.strip();
        template.append(
            term.startsWith("\"")
                ? term.substring(1, term.length() - 1)
                : constants.getOrDefault(term, ""));
      }
      if (template.indexOf("/") == 0) {
        routes
            .computeIfAbsent(template.toString(), t -> new TreeSet<>())
            .add(route.group(1).toUpperCase(java.util.Locale.ROOT));
      }
    }
  }

  private static void addAll(Set<String> names, Pattern pattern, String text) {
    pattern
        .matcher(text)
        .results()
        .forEach(found -> names.add(found.group(Math.min(1, found.groupCount()))));
  }

  /** The names of the files and folders at the top. */
  public Set<String> topLevel() {
    Set<String> names = new TreeSet<>();
    paths.forEach(path -> names.add(path.split("/")[0]));
    names.remove("");
    return names;
  }

  /**
   * Whether there is such a file or folder.
   *
   * @param path Relative to the root; {@code <name>}, {@code *} and {@code …} stand for any text
   *     without a slash, {@code **} for any text.
   */
  public boolean hasPath(String path) {
    StringBuilder pattern = new StringBuilder();
    Matcher part = Pattern.compile("\\*\\*|\\*|…|<[^>/]*>|[^*…<]+|<").matcher(path);
    while (part.find()) {
      String text = part.group();
      if (text.equals("**")) {
        pattern.append(".*");
      } else if (text.equals("*")
          || text.equals("…")
          || text.length() > 1 && text.startsWith("<")) {
        pattern.append("[^/]*");
      } else {
        pattern.append(Pattern.quote(text));
      }
    }
    Pattern compiled = Pattern.compile(pattern.toString());
    return paths.stream().anyMatch(known -> compiled.matcher(known).matches());
  }

  /** Whether a file of this name is anywhere. */
  public boolean hasFileNamed(String name) {
    return paths.stream().anyMatch(path -> path.equals(name) || path.endsWith("/" + name));
  }

  /** Whether a type of this simple name is declared here, imported here, or of the language. */
  public boolean hasType(String name) {
    return typeSources.containsKey(name) || importedTypes.contains(name) || isOfLanguage(name);
  }

  private static boolean isOfLanguage(String name) {
    try {
      Class.forName("java.lang." + name);
      return true;
    } catch (ClassNotFoundException | LinkageError absent) {
      // A LinkageError is how a file system without case answers for another class's name.
      return false;
    }
  }

  /** Whether a type that is declared here says this word; true for types from elsewhere. */
  public boolean typeSays(String type, String word) {
    Pattern asWord = Pattern.compile("\\b" + Pattern.quote(word) + "\\b");
    Set<String> sources = typeSources.get(type);
    return sources == null || sources.stream().anyMatch(s -> asWord.matcher(s).find());
  }

  /** Whether there is such a package of ours. */
  public boolean hasPackage(String name) {
    return packages.stream().anyMatch(p -> p.equals(name) || p.startsWith(name + "."));
  }

  /** Whether the main sources have this text in quotes. */
  public boolean hasLiteral(String text) {
    return literals.contains(text);
  }

  /** The texts in quotes of the main sources. */
  Stream<String> literals() {
    return literals.stream();
  }

  /** Whether the program has a sub-command of this name. */
  public boolean hasSubcommand(String name) {
    return subcommands.contains(name);
  }

  /** Whether a script outside the sources reads this variable. */
  public boolean hasScriptVariable(String name) {
    return scriptVariables.contains(name);
  }

  /** Whether the root pom has a property of this name. */
  public boolean hasPomProperty(String name) {
    return pomProperties.contains(name);
  }

  /**
   * Whether the service answers such a request.
   *
   * @param method The method; empty for any.
   * @param path The path, with any text in place of a parameter.
   */
  public boolean hasRoute(String method, String path) {
    return routes.entrySet().stream()
        .filter(route -> method.isEmpty() || route.getValue().contains(method))
        .anyMatch(route -> answers(route.getKey(), path));
  }

  private boolean answers(String template, String path) {
    String[] wanted = template.split("/");
    String[] asked = path.split("/");
    for (int i = 0; i < wanted.length; i++) {
      if (wanted[i].equals("*")) {
        return asked.length > i && Stream.of(asked).skip(i + 1L).allMatch(this::isSuffix);
      }
      if (i >= asked.length || !wanted[i].equals(asked[i]) && !wanted[i].startsWith("{")) {
        return false;
      }
    }
    return wanted.length == asked.length;
  }

  /** What follows a parameter that may hold slashes is cut off by code that names it. */
  private boolean isSuffix(String segment) {
    return hasLiteral("/" + segment);
  }
}
