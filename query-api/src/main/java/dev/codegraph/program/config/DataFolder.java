package dev.codegraph.program.config;

import java.nio.file.Path;
import java.util.Map;

/** Where a program that was told nothing keeps its data. */
public final class DataFolder {
  /** The name of the state stores' folder in a data folder. */
  static final String STORES = "rocks.db";

  private DataFolder() {}

  /**
   * The default data folder: below XDG_DATA_HOME when that is set, else in the home folder.
   *
   * @param environment Environment variables.
   */
  public static Path byDefault(Map<String, String> environment) {
    String data = environment.getOrDefault("XDG_DATA_HOME", "");
    return data.isBlank()
        ? Path.of(System.getProperty("user.home"), ".codegraph")
        : Path.of(data, "codegraph");
  }

  /** The folder of the state stores in a data folder. */
  public static Path stores(Path dataFolder) {
    return dataFolder.resolve(STORES);
  }
}
