package dev.codegraph.ingest;

import dev.codegraph.schemas.Language;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The language of a header, whose name says nothing about it: a pure function of its bytes. It is
 * Objective-C when it declares an interface or protocol, C++ when it has what no C has, else C.
 * Comments and strings say nothing; neither do lines that only a C++ compiler reads, unless there
 * is nothing else: most C headers have some of them.
 */
final class HeaderLanguage {
  /** The languages that a header can be sent as. */
  static final Set<Language> POSSIBLE = Set.of(Language.C, Language.CPP);

  private static final Pattern OBJECTIVE_C =
      Pattern.compile("(?m)^\\s*@(?:interface|protocol|implementation|end)\\b");

  /** A semicolon stands for each preprocessor line. */
  private static final Pattern CPP =
      Pattern.compile(
          "(?:^|[;{}>:)])\\s*+(?:"
              + "class\\s++\\w++(?:\\s++\\w++)?\\s*+[;:{<]"
              + "|(?:inline\\s++)?namespace\\b[\\w\\s:]{0,200}+\\{"
              + "|template\\s*+<"
              + "|(?:public|private|protected)\\s*+:"
              + "|using\\s++(?:namespace\\b|\\w++\\s*+(?:=|::|;))"
              + "|virtual\\s++[\\w~]"
              + "|explicit\\s++\\w++\\s*+\\("
              + "|enum\\s++class\\b"
              + "|friend\\s)"
              + "|\\w::\\s*+[~\\w]"
              + "|\\bconst\\s++\\w++\\s*+&"
              + "|\\b(?:static|const|reinterpret)_cast\\s*+<"
              + "|=\\s*+(?:default|delete)\\s*+;");

  /** Headers of the C++ library have no ending. */
  private static final Pattern CPP_INCLUDE = Pattern.compile("#\\s*+include\\s*+<[a-z_0-9]++>.*+");

  private static final Pattern OBJECTIVE_C_IMPORT = Pattern.compile("#\\s*+import\\b.*+");
  private static final Pattern IF = Pattern.compile("#\\s*+if.*+");
  private static final Pattern IF_CPP =
      Pattern.compile("#\\s*+if(?:def\\s++|\\s++defined\\b\\W*+)__cplusplus\\b.*+");
  private static final Pattern ELSE = Pattern.compile("#\\s*+el.*+");
  private static final Pattern END = Pattern.compile("#\\s*+endif\\b.*+");

  private final String source;
  private final StringBuilder shared = new StringBuilder();
  private final StringBuilder onlyCpp = new StringBuilder();
  private boolean hasCppInclude;
  private boolean hasImport;
  private int depth;

  /** How deep the condition stands that asks for C++; 0 outside. */
  private int cppDepth;

  private HeaderLanguage(byte[] text) {
    this.source = new String(text, StandardCharsets.ISO_8859_1);
  }

  /** The language; empty when it is none of ours. */
  static Optional<Language> of(byte[] text) {
    return new HeaderLanguage(text).decide();
  }

  private Optional<Language> decide() {
    read();
    if (hasImport || OBJECTIVE_C.matcher(shared).find()) {
      return Optional.empty();
    }
    boolean isCpp =
        hasCppInclude
            || CPP.matcher(shared).find()
            || shared.indexOf("{") < 0
                && shared.chars().noneMatch(Character::isLetter)
                && CPP.matcher(onlyCpp).find();
    return Optional.of(isCpp ? Language.CPP : Language.C);
  }

  private StringBuilder out() {
    return cppDepth > 0 ? onlyCpp : shared;
  }

  /** Splits the text, without comments and strings, by who reads it. */
  private void read() {
    boolean atLineStart = true;
    int i = 0;
    while (i < source.length()) {
      char c = source.charAt(i);
      if (c == '/' && source.startsWith("/*", i)) {
        int end = source.indexOf("*/", i + 2);
        out().append(' ');
        i = end < 0 ? source.length() : end + 2;
      } else if (c == '/' && source.startsWith("//", i)) {
        i = endOfLine(i);
      } else if (c == '"' || c == '\'') {
        out().append("0");
        i = endOfLiteral(i, c);
        atLineStart = false;
      } else if (c == '#' && atLineStart) {
        int end = endOfLine(i);
        directive(source.substring(i, end));
        i = end;
      } else {
        out().append(c);
        atLineStart = c == '\n' || atLineStart && Character.isWhitespace(c);
        i++;
      }
    }
  }

  /** A backslash before the line feed makes the next line a part of this one. */
  private int endOfLine(int from) {
    int end = source.indexOf('\n', from);
    while (end > 0 && source.charAt(source.charAt(end - 1) == '\r' ? end - 2 : end - 1) == '\\') {
      end = source.indexOf('\n', end + 1);
    }
    return end < 0 ? source.length() : end;
  }

  private int endOfLiteral(int start, char quote) {
    int i = start + 1;
    while (i < source.length() && source.charAt(i) != quote && source.charAt(i) != '\n') {
      i += source.charAt(i) == '\\' ? 2 : 1;
    }
    return i < source.length() && source.charAt(i) == quote ? i + 1 : Math.min(i, source.length());
  }

  private void directive(String line) {
    if (IF.matcher(line).lookingAt()) {
      depth++;
      if (cppDepth == 0 && IF_CPP.matcher(line).lookingAt()) {
        cppDepth = depth;
      }
    } else if (END.matcher(line).lookingAt()) {
      cppDepth = cppDepth == depth ? 0 : cppDepth;
      depth--;
    } else if (ELSE.matcher(line).lookingAt()) {
      cppDepth = cppDepth == depth ? 0 : cppDepth;
    } else if (cppDepth == 0) {
      hasCppInclude |= CPP_INCLUDE.matcher(line).lookingAt();
      hasImport |= OBJECTIVE_C_IMPORT.matcher(line).lookingAt();
    }
    out().append("\n;");
  }
}
