package dev.codegraph.parser.csharp;

import dev.codegraph.parser.walk.Syntax;

/**
 * What tells definitions of one name apart: the arguments of calls and creations, and how many type
 * arguments stand behind a name. Written into two attributes when the walk is over.
 */
final class CSharpArguments {
  private final CSharpWalk walk;
  private final Syntax<CSharpNode> syntax;
  private final StringBuilder lists = new StringBuilder();
  private final StringBuilder generics = new StringBuilder();

  CSharpArguments(CSharpWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  /** Writes the attributes of the file. */
  void write() {
    if (!lists.isEmpty()) {
      walk.facts().attribute("arguments", lists.toString());
    }
    if (!generics.isEmpty()) {
      walk.facts().attribute("generics", generics.toString().strip());
    }
  }

  /** Notes the type arguments behind a name; a name without any says nothing. */
  void generic(int name) {
    if (syntax.is(name, CSharpNode.GENERIC_NAME)) {
      generic(name, syntax.start(name));
    }
  }

  /** The same for a reference that stands at another place than the name. */
  void generic(int name, int place) {
    int list = syntax.child(name, CSharpNode.TYPE_ARGUMENT_LIST);
    int count = 1;
    for (int c = list < 0 ? -1 : syntax.firstChild(list); c >= 0; c = syntax.nextSibling(c)) {
      count += syntax.textEquals(c, ",") ? 1 : 0;
    }
    if (list >= 0) {
      generics.append(place).append(':').append(count).append(' ');
    }
  }

  /** The text of a name in an expression, with its type arguments. */
  String named(int name) {
    String simple = walk.name(walk.identifier(name));
    int list =
        syntax.is(name, CSharpNode.GENERIC_NAME)
            ? syntax.child(name, CSharpNode.TYPE_ARGUMENT_LIST)
            : -1;
    return list < 0 ? simple : simple + syntax.normalText(list);
  }

  /**
   * Notes the arguments of what is called at a place.
   *
   * @param place Start of its name.
   * @param written Each argument as {@link #literal} or the expression of it, with commas between.
   */
  void list(int place, String written) {
    if (!written.isEmpty()) {
      lists.append(place).append('=').append(written).append(';');
    }
  }

  /**
   * What is known of an argument without following it: i int, l long, u unsigned, f float, d
   * double, m decimal, z boolean, c char, s string, n null, y and the number of parameters for a
   * lambda; empty for what is an expression, a dash for what nothing is known about.
   */
  String literal(int value) {
    return switch (syntax.kind(value)) {
      case INTEGER_LITERAL -> integer(syntax.text(value).toLowerCase(java.util.Locale.ROOT));
      case REAL_LITERAL -> real(syntax.text(value).toLowerCase(java.util.Locale.ROOT));
      case BOOLEAN_LITERAL, IS_EXPRESSION, IS_PATTERN_EXPRESSION -> "z";
      case CHARACTER_LITERAL -> "c";
      case STRING_LITERAL,
          VERBATIM_STRING_LITERAL,
          RAW_STRING_LITERAL,
          INTERPOLATED_STRING_EXPRESSION ->
          "s";
      case NULL_LITERAL -> "n";
      case LAMBDA_EXPRESSION -> "y" + parameters(syntax.field(value, CSharpField.PARAMETERS));
      case IDENTIFIER,
          MEMBER_ACCESS_EXPRESSION,
          INVOCATION_EXPRESSION,
          OBJECT_CREATION_EXPRESSION,
          ELEMENT_ACCESS_EXPRESSION,
          CONDITIONAL_ACCESS_EXPRESSION,
          CAST_EXPRESSION,
          TYPEOF_EXPRESSION,
          AS_EXPRESSION,
          AWAIT_EXPRESSION,
          ARRAY_CREATION_EXPRESSION,
          BINARY_EXPRESSION ->
          "";
      default -> walk.isThis(value) ? "" : "-";
    };
  }

  private static String integer(String text) {
    return text.endsWith("l") ? "l" : text.endsWith("u") ? "u" : "i";
  }

  private static String real(String text) {
    return text.endsWith("f") ? "f" : text.endsWith("m") ? "m" : "d";
  }

  private int parameters(int list) {
    return syntax.is(list, CSharpNode.PARAMETER_LIST) ? walk.parameters().of(list).size() : 1;
  }
}
