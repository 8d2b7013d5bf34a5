package dev.codegraph.program.config;

import java.lang.reflect.RecordComponent;
import java.util.Locale;

/**
 * One key of the table.
 *
 * @param path Section and key, such as {@code server.port}; a section in a section has a dot.
 * @param component The record component that carries it.
 * @param setting What else is known of it.
 */
public record ConfigKey(String path, RecordComponent component, Setting setting) {
  /** What the names of all our environment variables begin with. */
  static final String PREFIX = "CODEGRAPH_";

  /** The environment variable that sets it. */
  public String variable() {
    return PREFIX + path.replace('.', '_').toUpperCase(Locale.ROOT);
  }

  /** One sentence for people. */
  public String doc() {
    return setting.doc();
  }

  /** The default as text. */
  public String defaultText(boolean hasFile) {
    return hasFile || setting.withoutFile().equals(Setting.SAME)
        ? setting.value()
        : setting.withoutFile();
  }

  /** The section, without the name of the key. */
  public String section() {
    return path.substring(0, path.lastIndexOf('.'));
  }

  /** Whether it is a set of settings that have names of their own. */
  boolean isMap() {
    return setting.tables().length > 0;
  }

  /** The component's name as a key: snake_case. */
  static String snakeCase(String camelCase) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < camelCase.length(); i++) {
      char c = camelCase.charAt(i);
      if (Character.isUpperCase(c)) {
        name.append('_').append(Character.toLowerCase(c));
      } else {
        name.append(c);
      }
    }
    return name.toString();
  }
}
