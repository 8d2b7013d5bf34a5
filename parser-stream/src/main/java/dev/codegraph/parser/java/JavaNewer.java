package dev.codegraph.parser.java;

import dev.codegraph.parser.walk.ConflictMarks;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Java has that the grammar does not know, written in as many bytes of what it knows: the
 * import of a module as that of a qualified name, and a call of another constructor, which may
 * stand behind other statements, as that of a method. The indexer reads the words themselves.
 */
final class JavaNewer {
  private static final Pattern MODULE_IMPORT =
      Pattern.compile("\\bimport[ \\t]+module(\\s)\\s*+[\\w$]");

  private static final Pattern CONSTRUCTOR_CALL =
      Pattern.compile("(?<![\\w$.>])(super|this)[ \\t]*+\\(");

  private JavaNewer() {}

  static byte[] older(byte[] content) {
    String text = new String(content, StandardCharsets.ISO_8859_1);
    byte[] older = ConflictMarks.blanked(content).clone();
    for (Matcher m = MODULE_IMPORT.matcher(text); m.find(); ) {
      older[m.start(1)] = '.';
    }
    for (Matcher m = CONSTRUCTOR_CALL.matcher(text); m.find(); ) {
      older[m.start(1)] = '_';
    }
    return older;
  }
}
