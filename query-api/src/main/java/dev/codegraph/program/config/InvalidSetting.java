package dev.codegraph.program.config;

/** A key whose value is well-formed and yet cannot be, mostly because of another key. */
final class InvalidSetting extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String key;

  /**
   * A contradiction.
   *
   * @param key Name of the key in its section, snake_case.
   * @param message What is wrong, beginning with the value.
   */
  InvalidSetting(String key, String message) {
    super(message);
    this.key = key;
  }

  String key() {
    return key;
  }
}
