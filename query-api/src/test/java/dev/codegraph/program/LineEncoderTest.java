package dev.codegraph.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.codegraph.program.config.LogFormat;
import dev.codegraph.program.config.LogLevel;
import dev.codegraph.program.config.LoggingConfig;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class LineEncoderTest {
  @Test
  void jsonIsOneObjectALineWhateverTheMessage() throws Exception {
    String message = "a \"quoted\"\nline\twith \\ and \u0001";
    String line =
        encode(LogFormat.JSON, true, "dev.codegraph.X", message, new IllegalStateException("bad"));
    assertEquals(1, line.lines().count(), line);
    JsonNode json = new ObjectMapper().readTree(line);
    assertEquals(message, json.path("message").asText());
    assertEquals("WARN", json.path("level").asText());
    assertEquals("dev.codegraph.X", json.path("target").asText());
    assertEquals("r-1", json.path("request_id").asText());
    assertTrue(json.path("stack_trace").asText().contains("IllegalStateException: bad"));
    assertEquals("2026-01-02T03:04:05Z", json.path("timestamp").asText());
  }

  @Test
  void leavesOutWhatItIsToldTo() throws Exception {
    JsonNode json = new ObjectMapper().readTree(encode(LogFormat.JSON, false, "x", "m", null));
    assertFalse(json.has("timestamp") || json.has("level") || json.has("target"), json.toString());
  }

  @Test
  void compactIsOnePlainLine() {
    assertEquals(
        "2026-01-02T03:04:05Z WARN X: hello request_id=r-1\n",
        encode(LogFormat.COMPACT, true, "dev.codegraph.X", "hello", null));
  }

  @Test
  void prettyIsColoured() {
    assertTrue(
        encode(LogFormat.PRETTY, true, "X", "hello", null).contains("\u001b[33mWARN\u001b[0m"));
  }

  @Test
  void passesLinesOfChildrenUnchanged() {
    assertEquals("{\"a\": 1}\n", encode(LogFormat.JSON, true, LineEncoder.RAW, "{\"a\": 1}", null));
  }

  private static String encode(
      LogFormat format, boolean all, String target, String message, @Nullable Throwable thrown) {
    LoggerContext context = new LoggerContext();
    LoggingEvent event =
        new LoggingEvent(
            "test", context.getLogger(target), Level.WARN, message, thrown, new Object[0]);
    event.setInstant(Instant.parse("2026-01-02T03:04:05Z"));
    event.setMDCPropertyMap(Map.of("request_id", "r-1"));
    LineEncoder encoder =
        new LineEncoder(
            new LoggingConfig(
                LogLevel.INFO,
                format,
                "stdout",
                all,
                all,
                all,
                false,
                Path.of("x"),
                1024,
                1,
                true));
    return new String(encoder.encode(event), StandardCharsets.UTF_8);
  }
}
