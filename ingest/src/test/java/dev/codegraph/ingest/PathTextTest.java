package dev.codegraph.ingest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PathTextTest {
  @Test
  void keepsUtf8AsItIs() {
    String path = "src/ümlaut/日本/😀 \"quoted\"\\file.java";
    assertEquals(path, PathText.of(path.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void escapesBytesThatAreNotUtf8() {
    assertEquals("a\\xFFb", PathText.of(new byte[] {'a', (byte) 0xFF, 'b'}));
    assertEquals("\\xC3", PathText.of(new byte[] {(byte) 0xC3}), "a cut sequence");
    assertEquals("\\xC0\\xAF", PathText.of(new byte[] {(byte) 0xC0, (byte) 0xAF}), "overlong");
    assertEquals(
        "\\xED\\xA0\\x80",
        PathText.of(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}),
        "a surrogate");
  }

  @Test
  void escapesTheBackslashThatWouldLookLikeAnEscape() {
    assertEquals("\\x5CxFF", PathText.of("\\xFF".getBytes(StandardCharsets.UTF_8)));
    assertEquals("\\\\x5Cx", PathText.of("\\\\x".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void givesBackTheBytesOfEveryPathAndNoTwoPathsTheSameText() {
    Random random = new Random(20260102);
    byte[] alphabet = {'x', '\\', '5', 'C', 'F', '/', 'a', (byte) 0xFF, (byte) 0xC3, (byte) 0xBC};
    Map<String, String> seen = new HashMap<>();
    for (int i = 0; i < 20_000; i++) {
      byte[] path = new byte[1 + random.nextInt(7)];
      for (int j = 0; j < path.length; j++) {
        path[j] = alphabet[random.nextInt(alphabet.length)];
      }
      String text = PathText.of(path);
      assertArrayEquals(path, PathText.bytes(text), text);
      String bytes = java.util.HexFormat.of().formatHex(path);
      String other = seen.putIfAbsent(text, bytes);
      assertTrue(other == null || other.equals(bytes), text);
    }
  }

  @Test
  void refusesACutEscape() {
    assertThrows(IllegalArgumentException.class, () -> PathText.bytes("a\\xF"));
    assertThrows(IllegalArgumentException.class, () -> PathText.bytes("a\\xZZ"));
  }
}
