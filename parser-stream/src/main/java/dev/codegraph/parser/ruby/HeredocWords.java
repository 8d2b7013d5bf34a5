package dev.codegraph.parser.ruby;

/**
 * The words that end texts of several lines. The grammar keeps their lengths in one byte, and ends
 * the whole process at a longer one: the signs before such a word are set aside, so that the word
 * is a name or a string by itself.
 */
final class HeredocWords {
  /** Well below what the grammar can keep. */
  private static final int MAX_BYTES = 200;

  private HeredocWords() {}

  /** The content, or a copy of it with spaces where a word would be too long. */
  static byte[] without(byte[] content) {
    byte[] readable = content;
    boolean isCopy = false;
    for (int i = 0; i + 2 < content.length; i++) {
      if (content[i] == '<' && content[i + 1] == '<' && isTooLong(content, i + 2)) {
        if (!isCopy) {
          readable = content.clone();
          isCopy = true;
        }
        readable[i] = ' ';
        readable[i + 1] = ' ';
      }
    }
    return readable;
  }

  private static boolean isTooLong(byte[] content, int behind) {
    int start = behind + (content[behind] == '-' || content[behind] == '~' ? 1 : 0);
    if (start >= content.length) {
      return false;
    }
    byte quote = content[start];
    boolean isQuoted = quote == '"' || quote == '\'' || quote == '`';
    int i = isQuoted ? start + 1 : start;
    while (i < content.length && i - start <= MAX_BYTES) {
      if (isQuoted ? content[i] == quote : !isWord(content[i])) {
        return false;
      }
      i++;
    }
    return i - start > MAX_BYTES;
  }

  private static boolean isWord(byte b) {
    return b >= 'a' && b <= 'z'
        || b >= 'A' && b <= 'Z'
        || b >= '0' && b <= '9'
        || b == '_'
        || b < 0;
  }
}
