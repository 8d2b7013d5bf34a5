package dev.codegraph.program.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The reference file in {@code deploy/config} is the table of keys written down, so it can neither
 * lack a key nor have one that does nothing. Rewritten with {@code -Dgolden.update}.
 */
final class ReferenceFileTest {
  private static final Path FILE = Path.of("..", "deploy", "config", "codegraph.toml");

  @BeforeAll
  static void update() throws IOException {
    if (System.getProperty("golden.update") != null) {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, reference());
    }
  }

  @Test
  void isTheTableOfKeys() throws IOException {
    assertEquals(reference(), Files.readString(FILE));
  }

  @Test
  void loadsAndSaysWhatTheDefaultsSay() throws IOException {
    ConfigLoader loader = new ConfigLoader(Map.of(), Path.of("no-default.toml"));
    LoadedConfig loaded = loader.load(FILE, Map.of());
    assertTrue(loaded.unknown().isEmpty(), loaded.unknown().toString());
    Path empty = Files.createTempFile("codegraph", ".toml");
    try {
      assertEquals(loader.load(empty, Map.of()).orThrow(), loaded.orThrow());
    } finally {
      Files.delete(empty);
    }
  }

  private static String reference() {
    StringBuilder text = new StringBuilder();
    text.append("# The configuration of CodeGraph: every key there is, with its default.\n");
    text.append("# A variable CODEGRAPH_<SECTION>_<KEY> wins over this file, a flag over both.\n");
    text.append(
        "# Without a file some defaults are those of a program on one's own machine; they\n");
    text.append("# stand in brackets.\n");
    String section = "";
    for (ConfigKey key : ConfigTable.keys()) {
      if (!section.equals(key.section())) {
        section = key.section();
        text.append("\n[").append(section).append("]\n");
      }
      text.append("# ").append(key.doc());
      if (!key.defaultText(false).equals(key.defaultText(true))) {
        String other = key.defaultText(false).replace("{home}", "~/.codegraph");
        text.append(" [").append(other).append("]");
      }
      text.append('\n');
      String name = key.path().substring(section.length() + 1);
      if (key.isMap()) {
        text.append("# security.protocol = \"SASL_SSL\"\n");
      } else {
        text.append(name).append(" = ").append(literal(key)).append('\n');
      }
    }
    return text.toString();
  }

  private static String literal(ConfigKey key) {
    String value = key.defaultText(true);
    Class<?> type = key.component().getType();
    if (type == List.class) {
      StringBuilder lines = new StringBuilder("[\n");
      for (String word : value.split(",")) {
        String quote = word.matches("[0-9.]+") ? "" : "\"";
        lines.append("    ").append(quote).append(word).append(quote).append(",\n");
      }
      return lines.append("]").toString();
    }
    boolean bare =
        (type == int.class || type == long.class || type == boolean.class)
            && !value.matches(".*[A-Z].*")
            && type != Duration.class;
    return bare ? value : "\"" + value + "\"";
  }
}
