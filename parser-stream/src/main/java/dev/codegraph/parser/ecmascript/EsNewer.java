package dev.codegraph.parser.ecmascript;

import dev.codegraph.parser.walk.ConflictMarks;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
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

  private static final String IMPORT =
      "(import\\s*+\\(\\s*+(?:\"[^\"\\n]*+\"|'[^'\\n]*+')\\s*+\\))";

  /**
   * A type of a module, behind {@code is} or with arguments, which the grammar takes for a call and
   * comparisons.
   */
  private static final List<Pattern> IMPORTED_TYPES =
      List.of(
          Pattern.compile("\\bis\\s++" + IMPORT),
          Pattern.compile(
              "\\b" + IMPORT + "\\s*+(?:\\.\\s*+(?!(?:then|catch|finally)\\b)[\\w$]++\\s*+)++<"));

  /** Text of an element or attribute with an ampersand that begins no character reference. */
  private static final Pattern ELEMENT_TEXT =
      Pattern.compile(
          "[>}][^<>{}]*+(?=</)|(?<!=)>\\s*+[\\w\\x80-\\xff][^<>{}]*+(?=[<{])|=\\s*+(?:\"[^\"\\n"
              + "]*+\"|'[^'\\n"
              + "]*+')");

  /** The begin and the end of a fragment, and a line that begins with a declaration. */
  private static final Pattern FRAGMENT =
      Pattern.compile(
          "(<>)|(</>)|^(?:export|import|function|class|const|interface|type)\\s",
          Pattern.MULTILINE);

  private static final Pattern AMPERSAND = Pattern.compile("&(?!#?\\w++;)");

  private EsNewer() {}

  /** Whether a name is a module that {@link #older} has made a name of. */
  static boolean isImport(String name) {
    return name.endsWith(")") && name.startsWith("import");
  }

  /** The module in such a name. */
  static String module(String name) {
    int begin = moduleBegin(name);
    return name.substring(begin, name.indexOf(name.charAt(begin - 1), begin));
  }

  /** Where in such a name the module begins. */
  static int moduleBegin(String name) {
    int quote = name.indexOf('"');
    return 1 + (quote < 0 ? name.indexOf('\'') : quote);
  }

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

  /** The content without what the grammars do not know and without the marks of a merge. */
  static byte[] older(byte[] content) {
    byte[] older = ConflictMarks.blanked(content).clone();
    String text = new String(content, StandardCharsets.ISO_8859_1);
    for (Pattern word : WORDS) {
      for (Matcher m = word.matcher(text); m.find(); ) {
        Arrays.fill(older, m.start(1), m.end(1), (byte) ' ');
      }
    }
    for (Pattern type : IMPORTED_TYPES) {
      for (Matcher m = type.matcher(text); m.find(); ) {
        Arrays.fill(older, m.start(1), m.end(1), (byte) '_');
      }
    }
    for (Matcher m = ELEMENT_TEXT.matcher(text); m.find(); ) {
      Matcher ampersand = AMPERSAND.matcher(text).region(m.start(), m.end());
      while (ampersand.find()) {
        older[ampersand.start()] = ' ';
      }
    }
    closeFragments(text, older);
    return older;
  }

  /** A fragment without an end would take the declarations behind it for its text. */
  private static void closeFragments(String text, byte[] older) {
    Deque<Integer> open = new ArrayDeque<>();
    for (Matcher m = FRAGMENT.matcher(text); m.find(); ) {
      if (m.start(1) >= 0) {
        open.push(m.start());
      } else if (m.start(2) >= 0) {
        open.poll();
      } else {
        for (int begin : open) {
          older[begin] = ' ';
          older[begin + 1] = ' ';
        }
        open.clear();
      }
    }
  }
}
