package dev.codegraph.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.codegraph.program.config.ConfigTable;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a function of its command line; nothing here starts a server. */
final class MainTest {
  @TempDir Path folder;

  @Test
  void printsTheVersionOfTheBuild() {
    for (String program : new String[] {"codegraph", "codegraph-api"}) {
      Ran ran = Ran.program(program, "--version");
      assertEquals(0, ran.status());
      assertEquals(Version.current(), ran.out().strip());
      assertTrue(Version.current().matches("\\d+\\.\\d+\\.\\d+.*"), Version.current());
    }
  }

  @Test
  void listsFlagsAndExitStatuses() {
    Ran server = Ran.program("codegraph-api", "--help");
    assertEquals(0, server.status());
    for (String flag :
        new String[] {
          "--config", "--check-config", "--dry-run", "--version", "--help", "--roles"
        }) {
      assertTrue(server.out().contains(flag), flag);
    }
    assertFalse(server.out().contains("--supervised"));
    Ran commands = Ran.program("codegraph", "--help");
    for (String command :
        new String[] {
          "up", "down", "serve", "index", "status", "search", "entity", "callers", "callees",
          "digest", "export"
        }) {
      assertTrue(commands.out().contains("\n  " + command + " "), command);
    }
    assertTrue(commands.out().contains("Exit status:"));
  }

  @Test
  void refusesUnknownFlagsWithUsage() {
    Ran ran = Ran.program("codegraph-api", "--nope");
    assertEquals(2, ran.status());
    assertTrue(ran.err().contains("Unknown option: '--nope'"), ran.err());
    assertTrue(ran.err().contains("Usage: codegraph-api"), ran.err());
    assertEquals(2, Ran.program("codegraph").status());
    assertEquals(2, Ran.program("codegraph", "serve", "--roles", "cook").status());
  }

  @Test
  void checksAConfigurationWithoutTouchingAnything() throws Exception {
    Path data = folder.resolve("data");
    Path valid =
        Files.writeString(
            folder.resolve("valid.toml"), "[database]\npath = \"%s/rocks.db\"\n".formatted(data));
    assertEquals(0, Ran.program("codegraph-api", "--check-config", valid.toString()).status());
    assertEquals(
        0, Ran.program("codegraph-api", "--config", valid.toString(), "--check-config").status());
    assertFalse(Files.exists(data));

    Path bad =
        Files.writeString(
            folder.resolve("bad.toml"), "[server]\nport = 70000\nprot = 1\nhost = 3\n");
    Ran ran = Ran.program("codegraph-api", "--check-config", bad.toString());
    assertEquals(ExitCode.CONFIGURATION.status(), ran.status());
    assertTrue(ran.err().contains("CG008 server.port"), ran.err());
    assertTrue(ran.err().contains("CG008 server.prot"), ran.err());
    assertTrue(ran.err().contains("CG008 server.host"), ran.err());
    Ran absent = Ran.program("codegraph-api", "--check-config", folder.resolve("no").toString());
    assertEquals(ExitCode.CONFIGURATION.status(), absent.status());
    assertTrue(absent.err().contains("CG008"), absent.err());
  }

  @Test
  void refusesToStartWithAWrongConfiguration() throws Exception {
    Path bad = Files.writeString(folder.resolve("bad.toml"), "[server]\nport = 70000\n");
    Ran ran = Ran.program("codegraph-api", "--config", bad.toString());
    assertEquals(ExitCode.CONFIGURATION.status(), ran.status());
    assertTrue(ran.err().contains("failed to start"), ran.err());
  }

  @Test
  void rehearsesAStartAndShowsEveryKey() throws Exception {
    Path data = folder.resolve("data");
    Ran ran =
        Ran.program("codegraph-api", "--dry-run", "--port", "0", "--data-dir", data.toString());
    assertEquals(0, ran.status(), ran.err());
    JsonNode report = new ObjectMapper().readTree(ran.out());
    JsonNode port = report.path("effective").path("server.port");
    assertEquals(0, port.path("value").asInt(-1));
    assertEquals("flag", port.path("source").asText());
    for (var key : ConfigTable.keys()) {
      boolean isMap = key.path().equals("kafka.client");
      assertTrue(isMap || report.path("effective").has(key.path()), key.path());
    }
    assertFalse(Files.exists(data));
  }

  @Test
  void saysThatThePortIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket()) {
      taken.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0));
      Ran ran =
          Ran.program(
              "codegraph-api",
              "--dry-run",
              "--data-dir",
              folder.toString(),
              "--port",
              Integer.toString(taken.getLocalPort()));
      assertEquals(ExitCode.FAILED.status(), ran.status());
      assertTrue(ran.err().contains("bind"), ran.err());
      assertTrue(ran.err().contains("address already in use"), ran.err());
    }
  }
}
