package dev.codegraph.ingest;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The text of a file as UTF-8, which is what every stage after ingest reads: positions count UTF-8
 * bytes whatever the file is written in. A pure function of the bytes. A byte order mark decides;
 * without one, zero bytes in every other place mean UTF-16, and bytes that no UTF-8 text has mean
 * Latin-1, unless the text has characters of several bytes that only UTF-8 explains: then it is
 * UTF-8 with a few damaged bytes, and stays as it is.
 */
final class SourceText {
  /** How much is looked at to tell UTF-16 without a mark from binary data. */
  private static final int PREFIX = 8 * 1024;

  /** Of the bytes of one parity, one in this many is zero in UTF-16 source code at least. */
  private static final int ZERO_SHARE = 3;

  /** Of the bytes of the other parity, one in this many is zero at most. */
  private static final int STRAY_SHARE = 100;

  private SourceText() {}

  /** Whether the bytes are UTF-16, with a mark or without. */
  static boolean isUtf16(byte[] bytes) {
    return utf16(bytes).isPresent();
  }

  /**
   * The text in UTF-8 without a byte order mark; the array itself when it is that already.
   *
   * @param bytes A file that is no binary data.
   */
  static byte[] toUtf8(byte[] bytes) {
    Optional<Charset> wide = utf16(bytes);
    if (wide.isPresent()) {
      String text = new String(bytes, wide.get());
      return (text.startsWith("\uFEFF") ? text.substring(1) : text)
          .getBytes(StandardCharsets.UTF_8);
    }
    byte[] unmarked = withoutMark(bytes);
    return isLatin1(unmarked)
        ? new String(unmarked, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.UTF_8)
        : unmarked;
  }

  /** Whether the bytes are valid UTF-8. */
  static boolean isUtf8(byte[] bytes) {
    return isAscii(bytes) || decodes(bytes, StandardCharsets.UTF_8);
  }

  private static Optional<Charset> utf16(byte[] bytes) {
    if (bytes.length < 2) {
      return Optional.empty();
    }
    int mark = (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
    if (mark == 0xFEFF) {
      return Optional.of(StandardCharsets.UTF_16BE);
    }
    if (mark == 0xFFFE) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    int looked = Math.min(bytes.length, PREFIX) & ~1;
    int evenZeros = 0;
    int oddZeros = 0;
    for (int i = 0; i < looked; i += 2) {
      evenZeros += bytes[i] == 0 ? 1 : 0;
      oddZeros += bytes[i + 1] == 0 ? 1 : 0;
    }
    int half = looked / 2;
    Charset guess =
        oddZeros * ZERO_SHARE >= half && evenZeros * STRAY_SHARE <= half
            ? StandardCharsets.UTF_16LE
            : evenZeros * ZERO_SHARE >= half && oddZeros * STRAY_SHARE <= half
                ? StandardCharsets.UTF_16BE
                : null;
    boolean isText =
        guess != null
            && bytes.length % 2 == 0
            && decodes(bytes, guess)
            && new String(bytes, guess).indexOf('\0') < 0;
    return isText ? Optional.of(guess) : Optional.empty();
  }

  private static byte[] withoutMark(byte[] bytes) {
    boolean hasMark =
        bytes.length >= 3
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF;
    return hasMark ? java.util.Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
  }

  private static boolean isAscii(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether there are bytes that UTF-8 does not allow, and more of them than characters it does.
   */
  private static boolean isLatin1(byte[] bytes) {
    if (isUtf8(bytes)) {
      return false;
    }
    int valid = 0;
    int invalid = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] >= 0) {
        continue;
      }
      int more = continuation(bytes[i] & 0xFF);
      boolean fits = more > 0 && i + more < bytes.length;
      for (int k = 1; fits && k <= more; k++) {
        fits = (bytes[i + k] & 0xC0) == 0x80;
      }
      if (fits) {
        valid++;
        i += more;
      } else {
        invalid++;
      }
    }
    return invalid > valid;
  }

  /** How many bytes follow the first one of a character; 0 when it cannot be a first one. */
  private static int continuation(int first) {
    return first >= 0xC2 && first < 0xE0
        ? 1
        : first < 0xE0 ? 0 : first < 0xF0 ? 2 : first < 0xF5 ? 3 : 0;
  }

  private static boolean decodes(byte[] bytes, Charset charset) {
    try {
      charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
