package dev.codegraph.program.config;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;

/**
 * Reads the configuration once: a flag wins over a variable, a variable over the file, the file
 * over the default. All problems are collected, so that one run names them all.
 */
public final class ConfigLoader {
  /** The file that is read when none is named, if it is there. */
  public static final Path DEFAULT_FILE = Path.of("/etc/codegraph/config.toml");

  /** Variables that are not configuration: the launcher's and the command line's. */
  private static final Set<String> OTHER_VARIABLES =
      Set.of("CODEGRAPH_URL", "CODEGRAPH_HOME", "CODEGRAPH_JAVA_OPTS", "CODEGRAPH_NO_BUILD");

  /** Names that do not follow the rule, and the variable that each one stands for. */
  private static final Map<String, String> ALIASES =
      Map.of("CODEGRAPH_LOG_LEVEL", "CODEGRAPH_LOGGING_LEVEL");

  private final Map<String, String> environment;
  private final Path defaultFile;

  /**
   * A loader.
   *
   * @param environment Environment variables.
   * @param defaultFile The file that is read when none is named, if it is there.
   */
  public ConfigLoader(Map<String, String> environment, Path defaultFile) {
    this.environment = Map.copyOf(environment);
    this.defaultFile = defaultFile;
  }

  /** A loader of this process's environment. */
  public static ConfigLoader ofProcess() {
    return new ConfigLoader(System.getenv(), DEFAULT_FILE);
  }

  /**
   * Reads everything.
   *
   * @param named The file to read; null for the default one.
   * @param flags Values by key path that the command line sets.
   */
  public LoadedConfig load(@Nullable Path named, Map<String, String> flags) {
    Reading reading = new Reading();
    Path file = named != null ? named : Files.isRegularFile(defaultFile) ? defaultFile : null;
    if (file != null) {
      reading.readFile(file);
    }
    reading.readVariables(environment);
    reading.readFlags(flags);
    return reading.finish(file, DataFolder.byDefault(environment));
  }

  /** A value that was found, before it is one of its key's type. */
  private record Found(Object raw, boolean isText, String source, String where) {}

  /** The state of one {@link #load}. */
  private static final class Reading {
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> unknown = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();
    private final Map<String, Found> found = new HashMap<>();
    private final Map<String, Map<String, Found>> maps = new HashMap<>();

    void readFile(Path file) {
      TomlParseResult toml;
      try {
        toml = Toml.parse(file);
      } catch (IOException e) {
        problems.add(new Problem(file.toString(), "file", "cannot be read: " + e));
        return;
      }
      toml.errors()
          .forEach(
              error ->
                  problems.add(
                      new Problem(
                          "syntax", where(file, error.position()), firstLine(error.getMessage()))));
      Set<String> sections =
          ConfigTable.keys().stream()
              .map(ConfigKey::section)
              .collect(Collectors.toCollection(TreeSet::new));
      for (List<String> path : toml.keyPathSet()) {
        String name = String.join(".", path);
        String where = where(file, toml.inputPositionOf(path));
        Object value = toml.get(path);
        Optional<ConfigKey> key = ConfigTable.key(name);
        Optional<ConfigKey> map =
            path.size() > 2 ? mapOf(path.get(0), path.get(1)) : Optional.empty();
        if (value == null) {
          continue;
        }
        if (key.isPresent() && !key.get().isMap()) {
          found.put(name, new Found(value, false, "file", where));
        } else if (map.isPresent()) {
          addToMap(
              map.get(),
              String.join(".", path.subList(1, path.size())),
              new Found(value, false, "file", where));
        } else {
          unknown.add(new Problem(name, where, "is not a key" + near(name, sections)));
        }
      }
    }

    private static String near(String name, Set<String> sections) {
      Set<String> names = new TreeSet<>(sections);
      ConfigTable.keys().forEach(key -> names.add(key.path()));
      return Words.nearest(name, names).map(word -> "; did you mean " + word + "?").orElse("");
    }

    void readVariables(Map<String, String> environment) {
      Map<String, ConfigKey> byVariable = new TreeMap<>();
      ConfigTable.keys().stream()
          .filter(key -> !key.isMap())
          .forEach(key -> byVariable.put(key.variable(), key));
      for (Map.Entry<String, String> entry : new TreeMap<>(environment).entrySet()) {
        String variable = entry.getKey();
        if (!variable.startsWith(ConfigKey.PREFIX) || OTHER_VARIABLES.contains(variable)) {
          continue;
        }
        String alias = ALIASES.getOrDefault(variable, variable);
        if (!alias.equals(variable) && environment.containsKey(alias)) {
          continue;
        }
        Found value = new Found(entry.getValue(), true, "env", variable);
        ConfigKey key = byVariable.get(alias);
        if (key != null) {
          found.put(key.path(), value);
          continue;
        }
        Optional<MapEntry> inMap = mapEntry(variable);
        if (inMap.isPresent()) {
          addToMap(inMap.get().key(), inMap.get().name(), value);
          continue;
        }
        Set<String> names = new TreeSet<>(byVariable.keySet());
        names.addAll(ALIASES.keySet());
        names.addAll(OTHER_VARIABLES);
        warnings.add(
            new Problem(
                variable,
                "environment",
                "is not a variable of CodeGraph and has no effect"
                    + Words.nearest(variable, names)
                        .map(word -> "; did you mean " + word + "?")
                        .orElse("")));
      }
    }

    private record MapEntry(ConfigKey key, String name) {}

    /** Kafka's names have dots where a variable has underscores. */
    private static Optional<MapEntry> mapEntry(String variable) {
      for (ConfigKey key : ConfigTable.keys()) {
        String section = key.section();
        for (String table : key.setting().tables()) {
          String prefix = (ConfigKey.PREFIX + section + "_" + table + "_").toUpperCase(Locale.ROOT);
          if (variable.startsWith(prefix)) {
            String name =
                variable
                    .substring((ConfigKey.PREFIX + section + "_").length())
                    .toLowerCase(Locale.ROOT)
                    .replace('_', '.');
            return Optional.of(new MapEntry(key, name));
          }
        }
      }
      return Optional.empty();
    }

    private static Optional<ConfigKey> mapOf(String section, String table) {
      return ConfigTable.keys().stream()
          .filter(key -> key.path().startsWith(section + "."))
          .filter(key -> List.of(key.setting().tables()).contains(table))
          .findFirst();
    }

    private void addToMap(ConfigKey key, String name, Found value) {
      if (!AdminClientConfig.configNames().contains(name)) {
        problems.add(
            new Problem(
                key.section() + "." + name,
                value.where(),
                "is not a setting of a Kafka client"
                    + Words.nearest(name, AdminClientConfig.configNames())
                        .map(word -> "; did you mean " + word + "?")
                        .orElse("")));
        return;
      }
      maps.computeIfAbsent(key.path(), path -> new TreeMap<>()).put(name, value);
    }

    void readFlags(Map<String, String> flags) {
      flags.forEach(
          (path, value) -> {
            if (ConfigTable.key(path).filter(key -> !key.isMap()).isPresent()) {
              found.put(path, new Found(value, true, "flag", "flag"));
            } else {
              problems.add(new Problem(path, "flag", "is not a key" + near(path, Set.of())));
            }
          });
    }

    LoadedConfig finish(@Nullable Path file, Path home) {
      Map<String, Object> values = new HashMap<>();
      Map<String, Effective> effective = new LinkedHashMap<>();
      for (ConfigKey key : ConfigTable.keys()) {
        if (key.isMap()) {
          values.put(key.path(), readMap(key, effective));
          continue;
        }
        String preset = key.defaultText(file != null).replace("{home}", home.toString());
        Found value = found.getOrDefault(key.path(), new Found(preset, true, "default", "default"));
        try {
          Object read =
              value.isText()
                  ? ValueParser.ofText(key, (String) value.raw())
                  : ValueParser.ofToml(key, value.raw());
          values.put(key.path(), read);
          boolean hide = key.setting().secret() && !read.toString().isEmpty();
          effective.put(
              key.path(), new Effective(hide ? "***" : ValueParser.shown(read), value.source()));
        } catch (IllegalArgumentException e) {
          problems.add(new Problem(key.path(), value.where(), String.valueOf(e.getMessage())));
        }
      }
      CodeGraphConfig config = build(values);
      return new LoadedConfig(
          file,
          problems.isEmpty() ? config : null,
          List.copyOf(problems),
          List.copyOf(unknown),
          List.copyOf(warnings),
          effective);
    }

    private Map<String, String> readMap(ConfigKey key, Map<String, Effective> effective) {
      Map<String, String> values = new TreeMap<>();
      maps.getOrDefault(key.path(), Map.of())
          .forEach(
              (name, value) -> {
                String text = String.valueOf(value.raw());
                values.put(name, text);
                boolean hide =
                    AdminClientConfig.configDef().configKeys().get(name).type()
                        == ConfigDef.Type.PASSWORD;
                effective.put(
                    key.section() + "." + name, new Effective(hide ? "***" : text, value.source()));
              });
      return Map.copyOf(values);
    }

    /** The records of all sections whose values could be read, and so all that these refuse. */
    private @Nullable CodeGraphConfig build(Map<String, Object> values) {
      List<Object> sections = new ArrayList<>();
      for (RecordComponent section : CodeGraphConfig.class.getRecordComponents()) {
        Object built = build(ConfigKey.snakeCase(section.getName()), section.getType(), values);
        if (built != null) {
          sections.add(built);
        }
      }
      return problems.isEmpty()
          ? (CodeGraphConfig) construct("", CodeGraphConfig.class, sections)
          : null;
    }

    /** A section; null when a value of it could not be read or is refused. */
    private @Nullable Object build(String name, Class<?> type, Map<String, Object> values) {
      List<Object> arguments = new ArrayList<>();
      boolean complete = true;
      for (RecordComponent component : type.getRecordComponents()) {
        String path = name + "." + ConfigKey.snakeCase(component.getName());
        Object value =
            ConfigTable.isSection(component)
                ? build(path, component.getType(), values)
                : values.get(path);
        complete &= value != null;
        arguments.add(value);
      }
      return complete ? construct(name, type, arguments) : null;
    }

    private @Nullable Object construct(String section, Class<?> type, List<Object> arguments) {
      Constructor<?> constructor = type.getDeclaredConstructors()[0];
      try {
        return constructor.newInstance(arguments.toArray());
      } catch (InvocationTargetException e) {
        if (e.getCause() instanceof InvalidSetting invalid) {
          String path = section + "." + invalid.key();
          Found value = found.get(path);
          problems.add(
              new Problem(
                  path,
                  value == null ? "default" : value.where(),
                  String.valueOf(invalid.getMessage())));
          return null;
        }
        throw new IllegalStateException(type + " could not be made", e.getCause());
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(type + " could not be made", e);
      }
    }

    private static String where(Path file, @Nullable TomlPosition position) {
      return position == null ? file.toString() : file + ":" + position.line();
    }

    private static String firstLine(@Nullable String text) {
      return text == null ? "cannot be read" : text.lines().findFirst().orElse(text);
    }
  }
}
