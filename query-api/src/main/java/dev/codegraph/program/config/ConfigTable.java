package dev.codegraph.program.config;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All keys there are, read off the components of {@link CodeGraphConfig} and of the records of its
 * sections, in their order.
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
    List<RecordComponent> sections = new ArrayList<>();
    sections.addAll(List.of(CodeGraphConfig.class.getRecordComponents()));
    for (RecordComponent section : sections) {
      for (RecordComponent component : section.getType().getRecordComponents()) {
        Setting setting = component.getAnnotation(Setting.class);
        if (setting == null) {
          throw new IllegalStateException(component + " has no @Setting");
        }
        String path =
            ConfigKey.snakeCase(section.getName()) + "." + ConfigKey.snakeCase(component.getName());
        keys.put(path, new ConfigKey(path, component, setting));
      }
    }
    return keys;
  }
}
