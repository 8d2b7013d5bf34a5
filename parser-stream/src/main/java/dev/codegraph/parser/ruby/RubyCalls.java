package dev.codegraph.parser.ruby;

import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.EntityFlag;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.Role;
import java.util.List;

/** Calls: those that declare something are no references, all others are. */
final class RubyCalls {
  /** Options whose values name methods. */
  private static final List<String> CONDITIONS = List.of("if", "unless", "with");

  private final RubyWalk walk;
  private final Syntax<RubyNode> syntax;

  /** How many blocks of tests are open. */
  private int tests;

  RubyCalls(RubyWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  private int make(ExpressionKind kind, String text, int base, int argumentCount) {
    return walk.expression(kind, text, base, argumentCount);
  }

  private int other(boolean wanted) {
    return wanted ? make(ExpressionKind.OTHER, "", -1, -1) : -1;
  }

  /** Whether the code is that of a test. */
  boolean isInTest() {
    return tests > 0;
  }

  /** A name alone: a local variable, or a call without arguments. */
  int bare(int node, boolean wanted) {
    String name = syntax.text(node);
    if (walk.variables().isLocal(name)) {
      return wanted ? make(ExpressionKind.NAME, name, -1, -1) : -1;
    }
    if (name.startsWith("__") || isKeyword(name) || walk.visibility().word(name)) {
      return other(wanted);
    }
    walk.context().reference(Role.CALL, name, node, -1, 0);
    return wanted ? make(ExpressionKind.CALL, name, -1, 0) : -1;
  }

  /** Whether a name is a word of the language, as it can be in broken code. */
  private static boolean isKeyword(String name) {
    return switch (name) {
      case "end", "def", "do", "class", "module", "else", "elsif", "when", "rescue", "ensure" ->
          true;
      default -> false;
    };
  }

  /** Whether a call makes an object of a class that is named. */
  boolean isCreation(int node) {
    int receiver = syntax.field(node, RubyField.RECEIVER);
    return receiver >= 0
        && syntax.textEquals(syntax.field(node, RubyField.METHOD), "new")
        && walk.names().isConstant(receiver);
  }

  /** A call of the method that the present one replaces. */
  int superior(int node, int list, boolean wanted) {
    String name = walk.methods().method();
    int above = make(ExpressionKind.SUPER, "", -1, -1);
    int count = list < 0 ? -1 : walk.expressions().count(list);
    if (!name.isEmpty()) {
      walk.context().reference(Role.CALL, name, node, above, count);
    }
    return wanted ? make(ExpressionKind.CALL, name, above, count) : -1;
  }

  /**
   * Walks a call whose receiver has been walked.
   *
   * @param receiver Expression of the receiver, -1 for none.
   */
  int call(int node, int receiver, Role role, boolean wanted) {
    int method = syntax.field(node, RubyField.METHOD);
    int list = syntax.field(node, RubyField.ARGUMENTS);
    int block = syntax.field(node, RubyField.BLOCK);
    boolean isCreation = isCreation(node);
    boolean hasReceiver = isCreation || syntax.field(node, RubyField.RECEIVER) >= 0;
    String name = method < 0 ? "call" : syntax.text(method);
    if (walk.types().isMaker(node) && walk.types().anonymous(node)) {
      return other(wanted);
    }
    if (!hasReceiver && declares(node, name, list, block)) {
      return other(wanted);
    }
    if (block >= 0 && walk.routes().takes(node, name, list, block)) {
      return other(wanted);
    }
    int count = walk.expressions().count(list);
    int result;
    if (isCreation) {
      int type = syntax.field(node, RubyField.RECEIVER);
      walk.names().reference(type, Role.INSTANTIATE, count);
      result =
          wanted || block >= 0 ? make(ExpressionKind.NEW, syntax.normalText(type), -1, count) : -1;
    } else if (syntax.is(method, RubyNode.SUPER)) {
      result = superior(method, list, wanted || block >= 0);
    } else if (role == Role.WRITE && hasReceiver) {
      walk.context().reference(Role.WRITE, name, method, receiver, -1);
      result = -1;
    } else {
      int place = method < 0 ? list : method;
      if (place >= 0 && (hasReceiver || !isKeyword(name))) {
        walk.context().reference(Role.CALL, name, place, receiver, count);
      }
      named(name, list, receiver, hasReceiver);
      result = wanted || block >= 0 ? make(ExpressionKind.CALL, name, receiver, count) : -1;
    }
    walk.expressions().arguments(list);
    loose(node);
    if (block >= 0) {
      block(name, list, block, result);
    }
    return result;
  }

  /** What stands in a call without belonging to it: the lines of a text, or an error. */
  private void loose(int node) {
    for (int c = syntax.firstChild(node); c >= 0; c = syntax.nextSibling(c)) {
      if (syntax.is(c, RubyNode.HEREDOC_BODY)) {
        walk.statements().parts(c);
      } else if (syntax.is(c, RubyNode.ERROR)) {
        walk.statements().statement(c);
      }
    }
  }

  private void block(String name, int list, int block, int result) {
    boolean hasText = syntax.firstNamed(list) >= 0;
    boolean isTest =
        !walk.methods().isInMethod() && RubyTests.isTestCall(name, hasText || name.equals("it"));
    if (isTest) {
      walk.facts().file().flag(EntityFlag.TEST);
      tests++;
    }
    walk.methods().block(block, result);
    if (isTest) {
      tests--;
    }
  }

  private boolean declares(int node, String name, int list, int block) {
    return walk.imports().loads(name, list)
        || walk.routes().declares(node, name, list, block)
        || walk.members().declares(node, name, list, block);
  }

  /** The methods that an argument names by a symbol. */
  private void named(String name, int list, int receiver, boolean hasReceiver) {
    switch (name) {
      case "method",
          "public_method",
          "instance_method",
          "send",
          "public_send",
          "__send__",
          "respond_to?",
          "try" -> {
        int first = walk.names().argument(list, 0);
        if (!walk.names().literal(first).isEmpty()) {
          walk.expressions().functionValue(first, receiver);
        }
      }
      default -> {
        if (!hasReceiver && !walk.methods().isInMethod() && isCallback(name)) {
          for (int c = syntax.firstNamed(list); c >= 0; c = syntax.nextNamed(c)) {
            if (syntax.is(c, RubyNode.SIMPLE_SYMBOL)) {
              walk.expressions().functionValue(c, -1);
            }
          }
          for (String key : CONDITIONS) {
            int option = walk.names().option(list, key);
            if (syntax.is(option, RubyNode.SIMPLE_SYMBOL)) {
              walk.expressions().functionValue(option, -1);
            }
          }
        }
      }
    }
  }

  /** Whether a call of a class body names methods that are called at some time. */
  private static boolean isCallback(String name) {
    return name.startsWith("before_")
        || name.startsWith("after_")
        || name.startsWith("around_")
        || name.startsWith("prepend_before_")
        || name.startsWith("append_before_")
        || name.startsWith("skip_before_")
        || name.equals("validate")
        || name.equals("rescue_from")
        || name.equals("helper_method");
  }
}
