package dev.codegraph.parser.cfamily;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.walk.DocumentationComments;
import dev.codegraph.schemas.EntityFlag;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The comments that document declarations: those right above, or behind on the same line. */
final class CComments {
  private static final int HEADER_BYTES = 2_000;

  private final byte[] source;

  CComments(byte[] source) {
    this.source = source;
  }

  /** Gives an entity its documentation; that of a value may stand behind it. */
  void document(EntityDraft draft, int start, int end) {
    String above = startsLine(start) && isAdjacent(start) ? above(start) : "";
    String text = above.isEmpty() && isValue(draft) ? behind(end) : above;
    draft.documentation(text);
    if (text.contains("@deprecated") || text.contains("\\deprecated")) {
      draft.flag(EntityFlag.DEPRECATED);
    }
  }

  private static boolean isValue(EntityDraft draft) {
    return switch (draft.kind()) {
      case FIELD, ENUM_MEMBER, VARIABLE, CONSTANT -> true;
      default -> false;
    };
  }

  private String behind(int end) {
    return DocumentationComments.behind(source, end);
  }

  private String above(int start) {
    return DocumentationComments.ANY_C.above(source, start);
  }

  /** Whether nothing but white space stands before an offset on its line. */
  private boolean startsLine(int offset) {
    int i = offset;
    while (i > 0 && (source[i - 1] == ' ' || source[i - 1] == '\t')) {
      i--;
    }
    return i == 0 || source[i - 1] == '\n';
  }

  /** Whether no empty line stands before an offset: what is above that is about something else. */
  private boolean isAdjacent(int offset) {
    int lineFeeds = 0;
    for (int i = offset; i > 0 && source[i - 1] <= ' ' && source[i - 1] >= 0; i--) {
      lineFeeds += source[i - 1] == '\n' ? 1 : 0;
    }
    return lineFeeds < 2;
  }

  /** Flags a file whose first comment says that a tool made it. */
  void flagFile(EntityDraft file) {
    int end = Math.min(source.length, HEADER_BYTES);
    String beginning = new String(source, 0, end, StandardCharsets.UTF_8).strip();
    int code = 0;
    while (beginning.startsWith("//", code) || beginning.startsWith("/*", code)) {
      String mark = beginning.startsWith("//", code) ? "\n" : "*/";
      int after = beginning.indexOf(mark, code);
      code = after < 0 ? beginning.length() : after + mark.length();
      while (code < beginning.length() && Character.isWhitespace(beginning.charAt(code))) {
        code++;
      }
    }
    String header = beginning.substring(0, code).toLowerCase(Locale.ROOT);
    if (header.contains("@generated")
        || header.contains("generated")
            && (header.contains("do not edit") || header.contains("do not modify"))) {
      file.flag(EntityFlag.GENERATED);
    }
  }
}
