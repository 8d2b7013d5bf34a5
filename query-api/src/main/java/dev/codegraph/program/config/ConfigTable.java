package dev.codegraph.program.config;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All keys there are, read off the components of {@link CodeGraphConfig} and of the records of its
 * sections, which may have sections in them, in their order.
 */
public final class ConfigTable {
  private static final Map<String, ConfigKey> BY_PATH = read();

  private ConfigTable() {}

  /** All keys. */
  public static List<ConfigKey> keys() {
    return List.copyOf(BY_PATH.values());
  }

  /** The key at a path. */
  static Optional<ConfigKey> key(String path) {
    return Optional.ofNullable(BY_PATH.get(path));
  }

  private static Map<String, ConfigKey> read() {
    Map<String, ConfigKey> keys = new LinkedHashMap<>();
    for (RecordComponent section : CodeGraphConfig.class.getRecordComponents()) {
      read(section, ConfigKey.snakeCase(section.getName()), keys);
    }
    return keys;
  }

  /** Keys of a section come before those of the sections in it, as a file has to have them. */
  private static void read(RecordComponent section, String name, Map<String, ConfigKey> keys) {
    List<RecordComponent> inner = new ArrayList<>();
    for (RecordComponent component : section.getType().getRecordComponents()) {
      if (isSection(component)) {
        inner.add(component);
        continue;
      }
      Setting setting = component.getAnnotation(Setting.class);
      if (setting == null) {
        throw new IllegalStateException(component + " has no @Setting");
      }
      String path = name + "." + ConfigKey.snakeCase(component.getName());
      keys.put(path, new ConfigKey(path, component, setting));
    }
    for (RecordComponent component : inner) {
      read(component, name + "." + ConfigKey.snakeCase(component.getName()), keys);
    }
  }

  /** Whether a component is a section of its own and not a key. */
  static boolean isSection(RecordComponent component) {
    return component.getType().isRecord();
  }
}
