package dev.codegraph.documentation;

import dev.codegraph.program.config.ConfigKey;
import dev.codegraph.program.config.ConfigTable;
import dev.codegraph.schemas.ErrorCode;
import dev.codegraph.schemas.Topics;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A kind of name: what it looks like in a document, and when it is right. The first rule of the
 * list whose shape a name has decides; a text that has none of the shapes is no name.
 */
public enum NameRule {
  /** As {@code codegraph.changesets.v1}. */
  TOPIC(
      "topic",
      "codegraph\\.[a-z-]+\\.v\\d+",
      (name, tree) -> Topics.ALL.stream().anyMatch(topic -> topic.name().equals(name))),

  /** As {@code GET /api/v1/search?q=}. */
  ENDPOINT(
      "endpoint",
      "(?:[A-Z]+ )?/(?:api/|health|metrics)\\S*",
      (name, tree) -> {
        int space = name.indexOf(' ');
        String path = name.substring(space + 1).replaceFirst("\\?.*", "");
        return tree.hasRoute(name.substring(0, Math.max(0, space)), path);
      }),

  /** As {@code CG008}. */
  ERROR_CODE(
      "error code",
      "CG\\d+",
      (name, tree) -> Arrays.stream(ErrorCode.values()).anyMatch(c -> c.name().equals(name))),

  /** As {@code CODEGRAPH_SERVER_PORT}, with or without a value. */
  VARIABLE(
      "environment variable",
      "CODEGRAPH_[A-Z0-9_]+(?:=.*)?",
      (text, tree) -> {
        String name = text.replaceFirst("=.*", "");
        return ConfigTable.keys().stream().anyMatch(key -> key.variable().equals(name))
            || tree.hasLiteral(name)
            || tree.hasScriptVariable(name);
      }),

  /** As {@code codegraph_requests_total}, with or without labels. */
  METRIC("metric", "codegraph_[a-z0-9_]+(?:\\{.*})?", NameRule::isMetric),

  /** A call of the program: its sub-command and its options. */
  COMMAND(
      "sub-command or option of the program",
      "(?:\\./)?codegraph(?:-api)?(?: .*)?",
      NameRule::isCommand),

  /** A path from the root of the tree, or the name of a Java, Markdown or shell file. */
  PATH("path", "\\S+", NameRule::isPath) {
    @Override
    boolean hasShape(String text, SourceTree tree) {
      return looksLikePath(text, tree);
    }
  },

  /** As {@code server.port}, with or without a value. */
  KEY(
      "configuration key, property of the root pom, or setting that the code names",
      "[a-z][a-z0-9_]*\\.[a-z][a-z0-9_]*(?: ?= ?.*)?",
      (text, tree) -> {
        String name = text.replaceFirst(" ?=.*", "");
        return ConfigTable.keys().stream().map(ConfigKey::path).anyMatch(name::equals)
            || tree.hasPomProperty(name)
            || tree.hasLiteral(name);
      }) {
    @Override
    boolean hasShape(String text, SourceTree tree) {
      return super.hasShape(text, tree) && !FOREIGN_FILE.matcher(text).matches();
    }
  },

  /** A type, with or without a member or its package: a capital, and a small letter somewhere. */
  TYPE(
      "type, or member of that type",
      "(?:dev\\.codegraph[\\w.]*|[A-Z]\\w*[a-z]\\w*(?:\\.\\w+)*)(?:\\(.*\\))?",
      NameRule::isType);

  private static final Pattern FOREIGN_FILE =
      Pattern.compile(
          ".*\\.(?:c|cs|cpp|go|h|java|js|json|jsx|md|mod|py|rs|sh|toml|ts|tsx|txt|xml|yml)");
  private static final Pattern OUR_FILE = Pattern.compile("[\\w-]+\\.(?:java|md|sh)");
  private static final Pattern FILE_OF_TREE =
      Pattern.compile(".*/[\\w.<>*…-]+\\.(?:avsc|java|json|md|properties|scm|sh|toml|txt|xml|yml)");
  private static final Pattern PATH_SHAPE = Pattern.compile("[\\w.@<>*…-]+(?:/[\\w.@<>*…-]+)*/?");
  private static final Set<String> OPTIONS_OF_ALL = Set.of("--help", "--version");

  private final String noun;
  private final Pattern shape;
  private final BiPredicate<String, SourceTree> isRight;

  NameRule(String noun, String shape, BiPredicate<String, SourceTree> isRight) {
    this.noun = noun;
    this.shape = Pattern.compile(shape);
    this.isRight = isRight;
  }

  boolean hasShape(String text, SourceTree tree) {
    return shape.matcher(text).matches();
  }

  /**
   * What is wrong with a mention.
   *
   * @param mention What a document says.
   * @param folder The folder of the document relative to the root, which links start from; empty
   *     for the root itself.
   * @param tree What there is.
   */
  public static Optional<String> complaint(Mention mention, String folder, SourceTree tree) {
    return switch (mention.kind()) {
      case LINK -> {
        String target = resolve(folder, mention.text());
        yield tree.hasPath(target) ? Optional.empty() : Optional.of("no such file: " + target);
      }
      case COMMAND_LINE -> commandLine(mention.text(), tree);
      case CODE -> named(mention.text(), tree);
    };
  }

  private static Optional<String> named(String text, SourceTree tree) {
    for (NameRule rule : values()) {
      if (rule.hasShape(text, tree)) {
        return rule.isRight.test(text, tree)
            ? Optional.empty()
            : Optional.of("no such " + rule.noun + ": " + text);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> commandLine(String line, SourceTree tree) {
    String first = line.split("\\s", 2)[0];
    if (COMMAND.shape.matcher(first).matches()) {
      return named(line.replaceFirst("\\s*(#|\\||>|&&|;).*", ""), tree);
    }
    return first.startsWith("./") || first.startsWith(".ci/") || first.startsWith("deploy/")
        ? named(first, tree)
        : Optional.empty();
  }

  private static String resolve(String folder, String target) {
    java.nio.file.Path base = java.nio.file.Path.of(folder);
    return base.resolve(target).normalize().toString().replace('\\', '/');
  }

  private static boolean looksLikePath(String text, SourceTree tree) {
    if (!PATH_SHAPE.matcher(text).matches()) {
      return false;
    }
    if (OUR_FILE.matcher(text).matches() || text.startsWith("./")) {
      return true;
    }
    return text.indexOf('/') > 0
        && (text.endsWith("/")
            || FILE_OF_TREE.matcher(text).matches()
            || tree.topLevel().contains(text.substring(0, text.indexOf('/'))));
  }

  private static boolean isPath(String text, SourceTree tree) {
    String path = text.replaceFirst("^\\./", "").replaceFirst("/$", "");
    if (path.equals("target") || path.startsWith("target/") || path.contains("/target/")) {
      return true;
    }
    return tree.hasPath(path) || !path.contains("/") && tree.hasFileNamed(path);
  }

  private static boolean isMetric(String text, SourceTree tree) {
    String name = text.replaceFirst("\\{.*", "");
    String base = name.replaceFirst("_(bucket|count|sum)$", "");
    return tree.literals()
        .filter(literal -> literal.startsWith("codegraph_"))
        .anyMatch(
            literal ->
                literal.equals(name)
                    || literal.equals(base)
                    || literal.endsWith("_") && name.startsWith(literal));
  }

  private static boolean isCommand(String text, SourceTree tree) {
    String[] words = text.split("\\s+");
    boolean server = words[0].endsWith("codegraph-api");
    for (int i = 1; i < words.length; i++) {
      String word = words[i].replaceFirst("=.*", "");
      if (word.startsWith("--")) {
        if (!OPTIONS_OF_ALL.contains(word) && !tree.hasLiteral(word)) {
          return false;
        }
      } else if (i == 1 && !server && word.matches("[a-z][a-z-]*") && !tree.hasSubcommand(word)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isType(String text, SourceTree tree) {
    String name = text.replaceFirst("\\(.*", "");
    if (name.startsWith("dev.codegraph")) {
      if (tree.hasPackage(name)) {
        return true;
      }
      Matcher qualified = Pattern.compile("([a-z.]+)\\.([A-Z].*)").matcher(name);
      return qualified.matches()
          && tree.hasPackage(qualified.group(1))
          && isType(qualified.group(2), tree);
    }
    String[] parts = name.split("\\.");
    return tree.hasType(parts[0])
        && Arrays.stream(parts).skip(1).allMatch(part -> tree.typeSays(parts[0], part));
  }
}
