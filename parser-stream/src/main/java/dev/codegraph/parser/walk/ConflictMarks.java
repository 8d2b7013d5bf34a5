package dev.codegraph.parser.walk;

/**
 * The lines that a merge leaves around what it could not decide. A content that has them is read
 * without: both sides are facts then, instead of one error.
 */
public final class ConflictMarks {
  private static final int LENGTH = 7;

  private ConflictMarks() {}

  /** The content with blanks in place of such lines; the content itself when it has none. */
  public static byte[] blanked(byte[] content) {
    byte[] blanked = content;
    boolean isCopy = false;
    int line = 0;
    while (line < content.length) {
      int end = line;
      while (end < content.length && content[end] != '\n') {
        end++;
      }
      if (isMark(content, line, end)) {
        if (!isCopy) {
          blanked = content.clone();
          isCopy = true;
        }
        java.util.Arrays.fill(blanked, line, end, (byte) ' ');
      }
      line = end + 1;
    }
    return blanked;
  }

  private static boolean isMark(byte[] content, int from, int to) {
    if (to - from < LENGTH || "<=>|".indexOf(content[from]) < 0) {
      return false;
    }
    for (int i = 1; i < LENGTH; i++) {
      if (content[from + i] != content[from]) {
        return false;
      }
    }
    int behind = from + LENGTH;
    return behind == to || content[behind] == ' ' || content[behind] == '\r';
  }
}
