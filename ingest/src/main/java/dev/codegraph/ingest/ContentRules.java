package dev.codegraph.ingest;

import dev.codegraph.schemas.Language;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the bytes of a file say about it: whether they are worth sending to the parser. Looks at
 * bytes only, never at the path, so one content has one verdict per language.
 */
final class ContentRules {
  private static final int BINARY_PREFIX = 8 * 1024;

  /** How far the comment at the top of a file is looked at for the mark of a generator. */
  private static final int HEADER_BYTES = 8 * 1024;

  private static final int HEADER_LINES = 60;

  /** A shorter script is read whatever it looks like. */
  private static final int MINIFIED_BYTES = 1024;

  private static final int LONG_LINE = 300;

  /** In compressed code fewer than one byte in this many is a space. */
  private static final int SPACE_SHARE = 12;

  /** In compressed code more than one byte in this many separates or joins. */
  private static final int SIGN_SHARE = 12;

  /** How many lines below the word "generated" the words "do not edit" may stand. */
  private static final int MARK_LINES = 3;

  private static final byte[] LFS =
      "version https://git-lfs.github.com/spec/".getBytes(StandardCharsets.US_ASCII);

  private static final Pattern AT_GENERATED = Pattern.compile("@generated(?![A-Za-z0-9_])");
  private static final Pattern GENERATED = Pattern.compile("(?i)\\b(?:auto[- ]?)?generated\\b");
  private static final Pattern BY_ANTLR = Pattern.compile("Generated from .* by ANTLR");

  private ContentRules() {}

  /**
   * Judges a content.
   *
   * @param bytes The content as UTF-8, see {@link SourceText}.
   * @param language Language of its path; manifests are data, whose lines may be long.
   * @param maxLineLength Longest line, characters.
   * @param byHand Whether the repository itself says that no tool wrote it.
   */
  static Optional<SkipReason> judge(
      byte[] bytes, Language language, int maxLineLength, boolean byHand) {
    if (isBinary(bytes)) {
      return Optional.of(SkipReason.BINARY);
    }
    if (startsWith(bytes, LFS)) {
      return Optional.of(SkipReason.GIT_LFS);
    }
    if (language.isManifest()) {
      return Optional.empty();
    }
    if (!byHand && isGenerated(header(bytes))) {
      return Optional.of(SkipReason.GENERATED);
    }
    if (hasLongLine(bytes, maxLineLength)) {
      return Optional.of(SkipReason.LINE_TOO_LONG);
    }
    return !byHand && language == Language.JAVASCRIPT && isMinified(bytes)
        ? Optional.of(SkipReason.MINIFIED)
        : Optional.empty();
  }

  /**
   * Whether most of a script stands in long lines of code with hardly a space in them. Code that
   * people write has short lines and spaces; long texts in quotes have spaces, or, when they are
   * encoded data, no signs of code.
   */
  private static boolean isMinified(byte[] bytes) {
    if (bytes.length < MINIFIED_BYTES) {
      return false;
    }
    int inLongLines = 0;
    int spaces = 0;
    int signs = 0;
    int start = 0;
    for (int i = 0; i <= bytes.length; i++) {
      if (i == bytes.length || bytes[i] == '\n') {
        if (i - start >= LONG_LINE) {
          inLongLines += i - start;
          for (int at = start; at < i; at++) {
            spaces += bytes[at] == ' ' || bytes[at] == '\t' ? 1 : 0;
            signs += isSign(bytes[at]) ? 1 : 0;
          }
        }
        start = i + 1;
      }
    }
    return inLongLines * 2L > bytes.length
        && spaces * (long) SPACE_SHARE < inLongLines
        && signs * (long) SIGN_SHARE > inLongLines;
  }

  private static boolean isSign(byte b) {
    return b == '(' || b == ')' || b == '{' || b == '}' || b == ';' || b == ',' || b == '=';
  }

  private static boolean isBinary(byte[] bytes) {
    for (int i = 0; i < Math.min(bytes.length, BINARY_PREFIX); i++) {
      if (bytes[i] == 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsWith(byte[] bytes, byte[] prefix) {
    return bytes.length >= prefix.length
        && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
  }

  /** Characters are counted only where there are enough bytes for a line to be too long. */
  private static boolean hasLongLine(byte[] bytes, long limit) {
    int start = 0;
    for (int i = 0; i <= bytes.length; i++) {
      if (i == bytes.length || bytes[i] == '\n' || bytes[i] == '\r') {
        if (i - start > limit && characters(bytes, start, i) > limit) {
          return true;
        }
        start = i + 1;
      }
    }
    return false;
  }

  private static int characters(byte[] bytes, int start, int end) {
    int count = 0;
    for (int i = start; i < end; i++) {
      if ((bytes[i] & 0xC0) != 0x80) {
        count++;
      }
    }
    return count;
  }

  private static String header(byte[] bytes) {
    return new String(bytes, 0, Math.min(bytes.length, HEADER_BYTES), StandardCharsets.ISO_8859_1);
  }

  /**
   * Whether the comments before the first line of code carry a generator's mark: the word
   * {@literal @}generated, or "generated" with "do not edit" near it. Code further down may talk
   * about such marks without being generated.
   */
  private static boolean isGenerated(String header) {
    int lastGenerated = Integer.MIN_VALUE / 2;
    int lineNumber = 0;
    boolean inBlock = false;
    for (String line : (Iterable<String>) header.lines().limit(HEADER_LINES)::iterator) {
      String text = line.strip();
      boolean comment = inBlock || isComment(text);
      if (!comment && !text.isEmpty()) {
        return false;
      }
      inBlock = comment && staysInBlock(text, inBlock);
      if (AT_GENERATED.matcher(text).find() || BY_ANTLR.matcher(text).find()) {
        return true;
      }
      if (GENERATED.matcher(text).find()) {
        lastGenerated = lineNumber;
      }
      String lower = text.toLowerCase(Locale.ROOT);
      if (lineNumber - lastGenerated < MARK_LINES
          && (lower.contains("do not edit") || lower.contains("do not modify"))) {
        return true;
      }
      lineNumber++;
    }
    return false;
  }

  private static boolean isComment(String text) {
    return text.startsWith("//")
        || text.startsWith("#")
        || text.startsWith("/*")
        || text.startsWith("*")
        || text.startsWith("\"\"\"")
        || text.startsWith("'''");
  }

  private static boolean staysInBlock(String text, boolean inBlock) {
    if (inBlock) {
      return !(text.contains("*/") || text.endsWith("\"\"\"") || text.endsWith("'''"));
    }
    if (text.startsWith("/*")) {
      return !text.contains("*/");
    }
    return (text.startsWith("\"\"\"") || text.startsWith("'''")) && !closesOnItsLine(text);
  }

  private static boolean closesOnItsLine(String text) {
    String quotes = text.substring(0, 3);
    return text.indexOf(quotes, 3) >= 0;
  }
}
