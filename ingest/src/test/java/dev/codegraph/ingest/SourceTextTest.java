package dev.codegraph.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceTextTest {
  private static final String TEXT = "class Größe {\n  // café\n  int länge;\n}\n";

  @Test
  void readsTheSameTextInEveryEncoding() {
    for (Charset charset : List.of(UTF_8, UTF_16LE, UTF_16BE)) {
      assertEquals(TEXT, text(("\uFEFF" + TEXT).getBytes(charset)), charset + " with its mark");
      assertEquals(TEXT, text(TEXT.getBytes(charset)), charset + " without");
    }
    assertEquals(TEXT, text(TEXT.getBytes(ISO_8859_1)));
  }

  @Test
  void leavesUtf8AsItIs() {
    byte[] utf8 = TEXT.getBytes(UTF_8);
    assertSame(utf8, SourceText.toUtf8(utf8));
  }

  @Test
  void leavesUtf8WithADamagedByteAsItIs() {
    byte[] damaged = TEXT.getBytes(UTF_8);
    damaged[0] = (byte) 0xFF;
    assertArrayEquals(damaged, SourceText.toUtf8(damaged));
  }

  @Test
  void takesNoBinaryDataForUtf16() {
    byte[] numbers = new byte[4096];
    for (int i = 0; i < numbers.length; i += 2) {
      numbers[i] = (byte) (i % 7 == 0 ? 0 : i);
    }
    assertFalse(SourceText.isUtf16(numbers));
    assertFalse(SourceText.isUtf16(new byte[64]));
  }

  private static String text(byte[] bytes) {
    return new String(SourceText.toUtf8(bytes), UTF_8);
  }
}
