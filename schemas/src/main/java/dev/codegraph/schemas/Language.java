package dev.codegraph.schemas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A language of contents: the closed list that everything per language hangs on. Which one a path
 * has is decided here, by its name alone, so that ingest can say it before anything is read.
 */
public enum Language {
  JAVA("*.java"),
  PYTHON("*.py", "*.pyi"),
  /** A notebook: the cells with Python code, one after the other. */
  NOTEBOOK("*.ipynb"),
  JAVASCRIPT("*.js", "*.jsx", "*.mjs", "*.cjs"),
  TYPESCRIPT("*.ts", "*.mts", "*.cts"),
  /** TypeScript with JSX: a grammar of its own, reported as typescript. */
  TSX("*.tsx"),
  /** A component of Vue: the code of its scripts, and the components that its template uses. */
  VUE("*.vue"),
  GO("*.go"),
  CSHARP("*.cs"),
  RUST("*.rs"),
  SWIFT("*.swift"),
  /** A header may be in another language than its name says: see {@link #isDecidedByContent}. */
  C("*.c", "*.h"),
  CPP(
      "*.cpp", "*.cc", "*.cxx", "*.c++", "*.C", "*.hpp", "*.hh", "*.hxx", "*.h++", "*.ipp", "*.inl",
      "*.tpp", "*.tcc", "*.txx", "*.ixx", "*.cppm"),
  /** Source files and scripts. */
  KOTLIN("*.kt", "*.kts"),
  PHP("*.php", "*.phtml"),
  /** Source files, scripts and build definitions. */
  SCALA("*.scala", "*.sc", "*.sbt"),
  /** Source files, and those that tools of Ruby know by their whole name. */
  RUBY("*.rb", "*.rake", "*.ru", "Rakefile"),
  DART("*.dart"),
  /** A Gradle script in Kotlin. */
  GRADLE_KOTLIN("build.gradle.kts", "settings.gradle.kts"),
  /** A script of sbt. */
  SBT("build.sbt", "plugins.sbt"),
  /** The manifest of a Swift package, which is code. */
  SWIFT_PACKAGE("Package.swift"),
  /** What a project of Ruby needs, which is code. */
  GEM("Gemfile", "gems.rb", "*.gemspec"),
  /** The manifest of a Maven project. */
  POM("pom.xml", "*.pom"),
  /** A Gradle script in Groovy. */
  GRADLE("*.gradle"),
  /** The manifest of a crate of Rust. */
  CARGO_TOML("Cargo.toml"),
  PYPROJECT("pyproject.toml"),
  SETUP_CFG("setup.cfg"),
  /** Requirements of Python. */
  REQUIREMENTS("requirements*.txt", "requirements.in"),
  /** The manifest of a package of PHP. */
  COMPOSER_JSON("composer.json"),
  /** The manifest of a package of Dart. */
  PUBSPEC("pubspec.yaml"),
  /** A project of .NET, or the versions that several of them share. */
  MSBUILD("*.csproj", "*.fsproj", "*.vbproj", "Directory.Packages.props"),
  DOCKERFILE("Dockerfile", "Dockerfile.*", "Containerfile", "*.dockerfile", "*.Dockerfile"),
  COMPOSE(
      "compose.yaml",
      "compose.yml",
      "compose.*.yaml",
      "compose.*.yml",
      "docker-compose.yaml",
      "docker-compose.yml",
      "docker-compose.*.yaml",
      "docker-compose.*.yml"),
  /** A manifest of Kubernetes, which only its content tells: see {@link #isDecidedByContent}. */
  KUBERNETES("*.yaml", "*.yml"),
  /** The manifest of a Go module. */
  GO_MOD("go.mod"),
  /** The manifest of an npm package. */
  PACKAGE_JSON("package.json"),
  /** Compiler options of a TypeScript or JavaScript project: module resolution depends on them. */
  TSCONFIG("tsconfig.json", "tsconfig.*.json", "jsconfig.json");

  private static final Map<String, Language> BY_FILE_NAME = new HashMap<>();
  private static final Map<String, Language> BY_ENDING = new HashMap<>();
  private static final List<Form> FORMS = new ArrayList<>();

  static {
    for (Language language : values()) {
      language.names.forEach(name -> index(name, language));
    }
  }

  private static final Map<String, Language> BY_WIRE =
      Stream.of(values()).collect(Collectors.toMap(Language::wire, Function.identity()));

  /** Names of files, whole or with one asterisk, for an ending behind a dot or in the middle. */
  private final List<String> names;

  /** A name with an asterisk that is no ending. */
  private record Form(String begin, String end, Language language) {
    boolean fits(String fileName) {
      return fileName.length() >= begin.length() + end.length()
          && fileName.startsWith(begin)
          && fileName.endsWith(end);
    }
  }

  Language(String... names) {
    this.names = List.of(names);
  }

  /** The name in records and file keys; the grammar's language, so tsx has its own. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name that people and exports see, that of the language that the code is written in. */
  public String label() {
    return switch (this) {
      case TSX -> TYPESCRIPT.wire();
      case VUE -> JAVASCRIPT.wire();
      case NOTEBOOK -> PYTHON.wire();
      case GRADLE_KOTLIN -> KOTLIN.wire();
      case SBT -> SCALA.wire();
      case SWIFT_PACKAGE -> SWIFT.wire();
      case GEM -> RUBY.wire();
      default -> wire();
    };
  }

  /** Whether contents of this language describe how the code is built rather than being code. */
  public boolean isManifest() {
    return switch (this) {
      case POM,
          GRADLE,
          CARGO_TOML,
          PYPROJECT,
          SETUP_CFG,
          REQUIREMENTS,
          COMPOSER_JSON,
          PUBSPEC,
          MSBUILD,
          DOCKERFILE,
          COMPOSE,
          KUBERNETES,
          GO_MOD,
          PACKAGE_JSON,
          TSCONFIG ->
          true;
      default -> false;
    };
  }

  /**
   * The language with this wire name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Language ofWire(String wire) {
    Language language = BY_WIRE.get(wire);
    if (language == null) {
      throw new IllegalArgumentException("unknown language " + wire);
    }
    return language;
  }

  /** The language with this wire name, if there is one. */
  public static Optional<Language> find(String wire) {
    return Optional.ofNullable(BY_WIRE.get(wire));
  }

  /** The language of a path, decided by its file name; empty when none of ours. */
  public static Optional<Language> ofPath(String path) {
    String fileName = path.substring(path.lastIndexOf('/') + 1);
    Language whole = BY_FILE_NAME.get(fileName);
    if (whole != null) {
      return Optional.of(whole);
    }
    for (Form form : FORMS) {
      if (form.fits(fileName)) {
        return Optional.of(form.language);
      }
    }
    int dot = fileName.lastIndexOf('.');
    return dot < 0
        ? Optional.empty()
        : Optional.ofNullable(BY_ENDING.get(fileName.substring(dot + 1)));
  }

  /**
   * Whether only the content of a file of this name can say which language it is in, so that {@link
   * #ofPath} says no more than the likeliest one: a header belongs to C, C++ or Objective-C, a file
   * without an ending may be a script, and YAML may be a manifest of Kubernetes.
   */
  public static boolean isDecidedByContent(String path) {
    return isHeader(path) || hasNoEnding(path) || ofPath(path).equals(Optional.of(KUBERNETES));
  }

  /** Whether a path is that of a header of C, C++ or Objective-C. */
  public static boolean isHeader(String path) {
    return path.endsWith(".h");
  }

  /** Whether the name of a file has no ending and none that is known as a whole. */
  public static boolean hasNoEnding(String path) {
    int name = path.lastIndexOf('/') + 1;
    return path.indexOf('.', name) < 0 && !BY_FILE_NAME.containsKey(path.substring(name));
  }

  private static void index(String name, Language language) {
    int asterisk = name.indexOf('*');
    Language other = null;
    if (asterisk < 0) {
      other = BY_FILE_NAME.put(name, language);
    } else if (name.startsWith("*.")) {
      other = BY_ENDING.put(name.substring(2), language);
    } else {
      FORMS.add(new Form(name.substring(0, asterisk), name.substring(asterisk + 1), language));
    }
    if (other != null) {
      throw new IllegalStateException("two languages have files of the name " + name);
    }
  }
}
