package dev.codegraph.parser.manifest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;

/**
 * A manifest as text in which a character is a byte, so that the place of a match is a byte offset;
 * what is taken out of it is decoded.
 */
final class ManifestText {
  /** Larger files of these formats are data that somebody gave the name of a manifest. */
  private static final int MOST_BYTES = 1 << 20;

  private final byte[] utf8;
  private final String bytes;

  /**
   * @throws IllegalArgumentException when it is too large for a manifest
   */
  ManifestText(byte[] utf8) {
    if (utf8.length > MOST_BYTES) {
      throw new IllegalArgumentException("a manifest of more than " + MOST_BYTES + " bytes");
    }
    this.utf8 = utf8;
    this.bytes = new String(utf8, StandardCharsets.ISO_8859_1);
  }

  /** The text, a character for each byte. */
  String bytes() {
    return bytes;
  }

  /** The text itself. */
  String decoded() {
    return new String(utf8, StandardCharsets.UTF_8);
  }

  /** A part of the text itself, by bytes. */
  String decoded(int start, int end) {
    return new String(utf8, start, end - start, StandardCharsets.UTF_8);
  }

  /** A part of {@link #bytes} as text. */
  static String decode(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  /** A group of a match in {@link #bytes} as text; empty when it matched nothing. */
  static String group(Matcher matcher, int group) {
    String found = matcher.group(group);
    return found == null ? "" : decode(found);
  }

  /** The byte offsets of all code points of a part, and that of its end. */
  int[] codePointOffsets(int start, int end) {
    int[] offsets = new int[end - start + 1];
    int count = 0;
    for (int i = start; i < end; i++) {
      if ((utf8[i] & 0xC0) != 0x80) {
        offsets[count++] = i;
      }
    }
    offsets[count++] = end;
    return Arrays.copyOf(offsets, count);
  }

  /** The offset of the end of the line that a place is in. */
  int endOfLine(int offset) {
    int end = bytes.indexOf('\n', offset);
    return end < 0 ? bytes.length() : end;
  }

  /**
   * The text, a character for each byte, with spaces for its comments.
   *
   * @param line What a comment begins with that goes to the end of the line.
   * @param hasBlocks Whether there are comments between slashes with asterisks.
   */
  String withoutComments(String line, boolean hasBlocks) {
    char[] out = bytes.toCharArray();
    int i = 0;
    while (i < out.length) {
      char c = out[i];
      if (c == '"' || c == '\'') {
        int end = i + 1;
        while (end < out.length && out[end] != c && out[end] != '\n') {
          end += out[end] == '\\' ? 2 : 1;
        }
        i = end + 1;
      } else if (bytes.startsWith(line, i)) {
        while (i < out.length && out[i] != '\n') {
          out[i++] = ' ';
        }
      } else if (hasBlocks && bytes.startsWith("/*", i)) {
        int end = bytes.indexOf("*/", i + 2);
        int stop = end < 0 ? out.length : end + 2;
        for (; i < stop; i++) {
          out[i] = out[i] == '\n' ? '\n' : ' ';
        }
      } else {
        i++;
      }
    }
    return new String(out);
  }
}
