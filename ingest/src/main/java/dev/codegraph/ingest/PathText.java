package dev.codegraph.ingest;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The text of a path, whose bytes in git need not be UTF-8: each byte that is not becomes {@code
 * \xHH}. A backslash that an {@code x} follows is itself written {@code \x5C}, so every {@code \x}
 * of a text is an escape and the bytes come back exactly.
 */
public final class PathText {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private PathText() {}

  /** The text of path bytes. */
  public static String of(byte[] path) {
    for (byte b : path) {
      if (b < 0 || b == '\\') {
        return escape(path);
      }
    }
    return new String(path, StandardCharsets.US_ASCII);
  }

  /**
   * The bytes of a path's text.
   *
   * @throws IllegalArgumentException when an escape has no two hexadecimal digits
   */
  public static byte[] bytes(String text) {
    if (!text.contains("\\x")) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    int start = 0;
    for (int at = text.indexOf("\\x"); at >= 0; at = text.indexOf("\\x", start)) {
      bytes.writeBytes(text.substring(start, at).getBytes(StandardCharsets.UTF_8));
      if (at + 4 > text.length()) {
        throw new IllegalArgumentException("cut escape in path " + text);
      }
      bytes.write(HexFormat.fromHexDigits(text, at + 2, at + 4));
      start = at + 4;
    }
    bytes.writeBytes(text.substring(start).getBytes(StandardCharsets.UTF_8));
    return bytes.toByteArray();
  }

  private static String escape(byte[] path) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(path);
    CharBuffer out = CharBuffer.allocate(path.length);
    StringBuilder text = new StringBuilder(path.length + 8);
    while (true) {
      CoderResult result = decoder.decode(in, out, true);
      append(text, out.flip());
      out.clear();
      if (!result.isError()) {
        return text.toString();
      }
      for (int i = 0; i < result.length(); i++) {
        text.append("\\x").append(HEX.toHexDigits(in.get()));
      }
      decoder.reset();
    }
  }

  private static void append(StringBuilder text, CharBuffer valid) {
    while (valid.hasRemaining()) {
      char c = valid.get();
      if (c == '\\' && valid.hasRemaining() && valid.get(valid.position()) == 'x') {
        text.append("\\x5C");
      } else {
        text.append(c);
      }
    }
  }
}
