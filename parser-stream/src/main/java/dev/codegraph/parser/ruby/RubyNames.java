package dev.codegraph.parser.ruby;

import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.Role;
import java.util.ArrayList;
import java.util.List;

/** Names of constants, and the symbols and texts that name something. */
final class RubyNames {
  private final RubyWalk walk;
  private final Syntax<RubyNode> syntax;

  RubyNames(RubyWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  /** Whether a node is the name of a constant, qualified by nothing but constants. */
  boolean isConstant(int node) {
    int at = node;
    while (syntax.is(at, RubyNode.SCOPE_RESOLUTION)) {
      if (!syntax.is(syntax.field(at, RubyField.NAME), RubyNode.CONSTANT)) {
        return false;
      }
      int scope = syntax.field(at, RubyField.SCOPE);
      if (scope < 0) {
        return true;
      }
      at = scope;
    }
    return syntax.is(at, RubyNode.CONSTANT);
  }

  /** The last part of a name. */
  int last(int node) {
    return syntax.is(node, RubyNode.SCOPE_RESOLUTION) ? syntax.field(node, RubyField.NAME) : node;
  }

  /**
   * Walks what stands before the last part of a name.
   *
   * @return expression of it; -1 when nothing stands there
   */
  int qualifier(int node) {
    if (!syntax.is(node, RubyNode.SCOPE_RESOLUTION)) {
      return -1;
    }
    int scope = syntax.field(node, RubyField.SCOPE);
    return scope < 0
        ? walk.expression(ExpressionKind.NAME, "::", -1, -1)
        : walk.expressions().value(scope, true);
  }

  /**
   * Emits the reference of a constant, and those of what qualifies it.
   *
   * @return expression of the constant
   */
  int reference(int node, Role role, int argumentCount) {
    int qualifier = qualifier(node);
    int last = last(node);
    String name = syntax.text(last);
    if (last >= 0) {
      walk.context().reference(role, name, last, qualifier, argumentCount);
    }
    return qualifier < 0
        ? walk.expression(ExpressionKind.NAME, name, -1, -1)
        : walk.expression(ExpressionKind.MEMBER, name, qualifier, -1);
  }

  /** The text of a symbol or string that says its text by itself; empty when it does not. */
  String literal(int node) {
    return switch (syntax.kind(node)) {
      case SIMPLE_SYMBOL -> syntax.text(node).substring(1);
      case STRING, DELIMITED_SYMBOL, BARE_SYMBOL, BARE_STRING -> {
        int content = syntax.firstNamed(node);
        boolean isWhole =
            syntax.is(content, RubyNode.STRING_CONTENT) && syntax.nextNamed(content) < 0;
        yield isWhole ? syntax.text(content) : "";
      }
      default -> "";
    };
  }

  /** Where the text of a literal begins. */
  int literalStart(int node) {
    return switch (syntax.kind(node)) {
      case SIMPLE_SYMBOL -> syntax.start(node) + 1;
      case STRING, DELIMITED_SYMBOL, BARE_SYMBOL, BARE_STRING -> {
        int content = syntax.firstNamed(node);
        yield content < 0 ? syntax.start(node) : syntax.start(content);
      }
      default -> syntax.start(node);
    };
  }

  /** The literals among values, those in arrays included. */
  List<Integer> literals(int list) {
    List<Integer> found = new ArrayList<>(4);
    literals(list, found);
    return found;
  }

  private void literals(int list, List<Integer> found) {
    for (int c = syntax.firstNamed(list); c >= 0; c = syntax.nextNamed(c)) {
      switch (syntax.kind(c)) {
        case ARRAY, STRING_ARRAY, SYMBOL_ARRAY, SPLAT_ARGUMENT -> literals(c, found);
        default -> {
          if (!literal(c).isEmpty()) {
            found.add(c);
          }
        }
      }
    }
  }

  /** The first values of a call. */
  int argument(int list, int place) {
    return syntax.named(list, place);
  }

  /** The value behind a key among the arguments, -1 when there is none. */
  int option(int list, String key) {
    for (int c = syntax.firstNamed(list); c >= 0; c = syntax.nextNamed(c)) {
      if (syntax.is(c, RubyNode.PAIR)) {
        int name = syntax.field(c, RubyField.KEY);
        if (syntax.textEquals(name, key) || literal(name).equals(key)) {
          return syntax.field(c, RubyField.VALUE);
        }
      }
    }
    return -1;
  }

  /** The signature of a declaration that ends before its body. */
  String signature(int node, int body) {
    int end = body < 0 ? syntax.end(node) : syntax.start(body);
    String text = syntax.signature(syntax.start(node), end).strip();
    for (String tail : List.of(";", "=", "do", "{")) {
      if (text.endsWith(" " + tail) || tail.equals(";") && text.endsWith(tail)) {
        text = text.substring(0, text.length() - tail.length()).strip();
      }
    }
    return text.endsWith(" end") ? text.substring(0, text.length() - 4).strip() : text;
  }
}
