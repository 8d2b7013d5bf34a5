package dev.codegraph.parser.ecmascript;

import dev.codegraph.parser.walk.ConflictMarks;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the language has that the grammars do not know, written in as many bytes of what they know.
 * The indexer reads the words themselves.
 */
final class EsNewer {
  private static final byte[] USING = "using ".getBytes(StandardCharsets.US_ASCII);

  private static final Pattern RESOURCE =
      Pattern.compile("\\b(await\\s++)?(using)\\s++(?!of\\b|in\\b|instanceof\\b|as\\b)[\\w$]");

  /** Words that may as well not be there, as group 1. */
  private static final List<Pattern> WORDS =
      List.of(
          // Variance of a type parameter.
          Pattern.compile(
              "[<,]\\s*+((?:in\\s++)?(?:out\\s++)?)(?=[A-Z][\\w$]*\\s*(?:[,>=]|extends\\b))"),
          Pattern.compile("(?:\\bstatic\\s++|[;{}]\\s*+)(accessor\\s)(?=\\s*[\\w$#])"),
          Pattern.compile("\\bimport\\s++((?:defer|source)\\s)(?=\\s*[\\w${*])"),
          Pattern.compile("\\bexport\\s++(type\\s)(?=\\s*\\*)"),
          Pattern.compile("\\bexport\\s++default\\s++(abstract\\s)(?=\\s*class\\s*[{<])"));

  private EsNewer() {}

  /**
   * Declarations of resources as those of constants: the grammar of TypeScript takes them for
   * assignments without finding an error. The content itself when it has none.
   */
  static byte[] withoutResources(byte[] content) {
    if (!contains(content)) {
      return content;
    }
    String text = new String(content, StandardCharsets.ISO_8859_1);
    byte[] older = content.clone();
    for (Matcher m = RESOURCE.matcher(text); m.find(); ) {
      if (m.start(1) >= 0) {
        Arrays.fill(older, m.start(1), m.start(1) + 5, (byte) ' ');
      }
      System.arraycopy("const".getBytes(StandardCharsets.US_ASCII), 0, older, m.start(2), 5);
    }
    return older;
  }

  private static boolean contains(byte[] content) {
    for (int i = 0; i + USING.length <= content.length; i++) {
      if (content[i] == 'u'
          && Arrays.equals(content, i, i + USING.length, USING, 0, USING.length)) {
        return true;
      }
    }
    return false;
  }

  /** The content without newer words and without the marks of a merge. */
  static byte[] older(byte[] content) {
    byte[] older = ConflictMarks.blanked(content).clone();
    String text = new String(content, StandardCharsets.ISO_8859_1);
    for (Pattern word : WORDS) {
      for (Matcher m = word.matcher(text); m.find(); ) {
        Arrays.fill(older, m.start(1), m.end(1), (byte) ' ');
      }
    }
    return older;
  }
}
