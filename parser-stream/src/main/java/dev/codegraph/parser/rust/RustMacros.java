package dev.codegraph.parser.rust;

import dev.codegraph.parser.walk.LexicalScope;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.parser.walk.WalkContext;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * Macros and the code in their arguments. The grammar gives only tokens there, so what can be seen
 * is taken: calls with their receivers, members that are read, paths, constants, and what {@code
 * let} and closures bind. Any other name alone may be anything, and is no reference.
 */
final class RustMacros {
  private final RustContext context;
  private final WalkContext walk;
  private final Syntax<RustNode> syntax;
  private final RustTypes types;

  RustMacros(RustContext context, RustTypes types) {
    this.context = context;
    this.walk = context.walk();
    this.syntax = context.syntax();
    this.types = types;
  }

  /** Walks the use of a macro. */
  int invocation(int node, boolean wanted) {
    name(node);
    String name = context.name(types.lastName(syntax.field(node, RustFields.MACRO)));
    tree(syntax.child(node, RustNode.TOKEN_TREE), matches(name));
    return wanted ? walk.expression(ExpressionKind.CALL, name, -1, -1) : -1;
  }

  /** Makes the reference of the macro that is used. */
  void name(int node) {
    int macro = syntax.field(node, RustFields.MACRO);
    if (macro >= 0) {
      types.path(macro, Role.CALL, -1);
    }
  }

  /** Walks the right sides of the rules of a macro definition. */
  void definition(int node) {
    for (int rule : syntax.children(node, RustNode.MACRO_RULE)) {
      tree(syntax.field(rule, RustFields.RIGHT));
    }
  }

  /** Walks the tokens between a pair of brackets; what is bound there ends with them. */
  void tree(int node) {
    tree(node, false);
  }

  private void tree(int node, boolean isPattern) {
    if (node >= 0) {
      walk.inBlock(syntax.end(node), () -> new Tokens(node, isPattern).walk());
    }
  }

  /** Whether a macro compares with a pattern rather than make what looks like one. */
  private static boolean matches(String macro) {
    return macro.equals("matches") || macro.endsWith("_matches");
  }

  /** The tokens of one tree. */
  private final class Tokens {
    private final List<Integer> tokens = new ArrayList<>();
    private final boolean isPattern;
    private int at;

    Tokens(int tree, boolean isPattern) {
      this.isPattern = isPattern;
      for (int c = syntax.firstChild(tree); c >= 0; c = syntax.nextSibling(c)) {
        if (!syntax.tree().isExtra(c)) {
          tokens.add(c);
        }
      }
    }

    void walk() {
      while (at < tokens.size()) {
        int before = at;
        step();
        // Each step takes a token, whatever the tokens are.
        at = Math.max(at, before + 1);
      }
    }

    private void step() {
      int node = token(0);
      switch (syntax.kind(node)) {
        case TOKEN_TREE, TOKEN_REPETITION -> {
          tree(node, isPattern);
          at++;
        }
        case IDENTIFIER, SELF, CRATE, SUPER, METAVARIABLE -> chain();
        case MACRO_INVOCATION -> {
          invocation(node, false);
          at++;
        }
        default -> {
          if (syntax.textEquals(node, "let")) {
            at++;
            bindUntil("=");
          } else if (syntax.textEquals(node, "|") && opensClosure()) {
            at++;
            bindUntil("|");
          } else if (isDeclaration(node)) {
            at += 2;
          } else if (syntax.textEquals(node, "#") && isTree(1, '[')) {
            at += 2;
          } else {
            at++;
          }
        }
      }
    }

    private int token(int ahead) {
      return at + ahead < tokens.size() ? tokens.get(at + ahead) : -1;
    }

    private boolean is(int ahead, String text) {
      return syntax.textEquals(token(ahead), text);
    }

    private boolean isTree(int ahead, char open) {
      int node = token(ahead);
      return syntax.is(node, RustNode.TOKEN_TREE) && syntax.source()[syntax.start(node)] == open;
    }

    /** Whether the next token is a name that is declared here. */
    private boolean isDeclaration(int node) {
      return switch (syntax.text(node)) {
        case "fn", "struct", "enum", "union", "trait", "mod", "type", "const", "static" ->
            syntax.is(token(1), RustNode.IDENTIFIER);
        default -> false;
      };
    }

    /** After an operand a bar is an operator, elsewhere it opens the parameters of a closure. */
    private boolean opensClosure() {
      int before = at == 0 ? -1 : tokens.get(at - 1);
      return switch (syntax.kind(before)) {
        case IDENTIFIER, SELF, METAVARIABLE, TOKEN_TREE, INTEGER_LITERAL -> false;
        default -> true;
      };
    }

    /** Binds the names in a pattern; what comes after a colon is a type. */
    private void bindUntil(String end) {
      boolean inType = false;
      while (at < tokens.size() && !is(0, end) && !is(0, ";")) {
        int node = token(0);
        if (is(0, ":")) {
          inType = true;
        } else if (is(0, ",")) {
          inType = false;
        } else if (!inType) {
          bindNames(node);
        }
        at++;
      }
    }

    private void bindNames(int node) {
      if (syntax.is(node, RustNode.IDENTIFIER)) {
        String name = context.name(node);
        if (!RustContext.isCapital(name) && !name.equals("_")) {
          walk.bind(name, BindingKind.LOCAL, syntax.end(node), "", -1);
        }
      } else if (syntax.is(node, RustNode.TOKEN_TREE)) {
        for (int c = syntax.firstChild(node); c >= 0; c = syntax.nextSibling(c)) {
          bindNames(c);
        }
      }
    }

    /** Walks a name or path and everything that is applied to it. */
    private void chain() {
      int node = token(0);
      int result;
      if (follows(".") || follows("::")) {
        result = continued(node);
      } else if (is(1, "::")) {
        result = path();
      } else if (syntax.is(node, RustNode.IDENTIFIER)) {
        result = name(node);
      } else {
        at++;
        result =
            syntax.is(node, RustNode.SELF)
                ? walk.expression(ExpressionKind.THIS, "", -1, -1)
                : walk.expression(ExpressionKind.NAME, syntax.text(node), -1, -1);
      }
      while (result >= 0) {
        result = applied(result);
      }
    }

    private boolean follows(String token) {
      return at > 0 && syntax.textEquals(tokens.get(at - 1), token);
    }

    /** A name that belongs to something that is no name itself, such as a literal. */
    private int continued(int node) {
      if (!syntax.is(node, RustNode.IDENTIFIER)) {
        at++;
        return -1;
      }
      int base = walk.expression(ExpressionKind.OTHER, "", -1, -1);
      if (follows(".")) {
        at--;
        return applied(base);
      }
      at++;
      return last(node, base);
    }

    private int name(int node) {
      String name = context.name(node);
      at++;
      if (is(0, "!") && syntax.is(token(1), RustNode.TOKEN_TREE)) {
        walk.reference(Role.CALL, name, node, -1, -1);
        at++;
        tree(token(0), matches(name));
        at++;
        return walk.expression(ExpressionKind.CALL, name, -1, -1);
      }
      if (!isTree(0, '(')) {
        if (isConstant(name) && !walk.isLocal(name)) {
          walk.reference(Role.READ, name, node, -1, -1);
        }
        return walk.expression(ExpressionKind.NAME, name, -1, -1);
      }
      int arguments = arguments(token(0));
      boolean isCapital = RustContext.isCapital(name);
      boolean isValue = walk.scope().meaning(name) == LexicalScope.Meaning.VALUE;
      if (!isValue) {
        called(name, node, -1, arguments);
      }
      return walkTree(
          walk.expression(
              isCapital ? ExpressionKind.NEW : ExpressionKind.CALL, name, -1, arguments));
    }

    /** Makes the reference of a name before arguments; what is matched with is only read. */
    private void called(String name, int node, int receiver, int arguments) {
      if (!RustContext.isCapital(name)) {
        walk.reference(Role.CALL, name, node, receiver, arguments);
      } else if (isPattern || is(1, "=") || is(1, "=>") || is(1, "|")) {
        walk.reference(Role.READ, name, node, receiver, -1);
      } else {
        walk.reference(Role.INSTANTIATE, name, node, receiver, arguments);
      }
    }

    /** Whether a name is written as only constants and statics are. */
    private static boolean isConstant(String name) {
      boolean hasLetter = false;
      for (int i = 0; i < name.length(); i++) {
        if (Character.isLowerCase(name.charAt(i))) {
          return false;
        }
        hasLetter |= Character.isUpperCase(name.charAt(i));
      }
      return hasLetter && name.length() > 1;
    }

    /** Walks a path from its first name on. */
    private int path() {
      int first = token(0);
      int receiver = context.root(first, !syntax.is(first, RustNode.IDENTIFIER));
      at++;
      while (is(0, "::")) {
        at++;
        if (is(0, "<")) {
          skipTypeArguments();
          continue;
        }
        int node = token(0);
        if (!syntax.is(node, RustNode.IDENTIFIER)) {
          return -1;
        }
        at++;
        if (is(0, "::") && !is(1, "<")) {
          receiver = context.segment(node, receiver);
        } else {
          return last(node, receiver);
        }
      }
      return -1;
    }

    /** The last name of a path, with or without type arguments. */
    private int last(int node, int receiver) {
      String name = context.name(node);
      if (is(0, "::")) {
        at++;
        skipTypeArguments();
        if (is(0, "::")) {
          return qualified(context.segment(node, receiver));
        }
      }
      if (is(0, "!") && syntax.is(token(1), RustNode.TOKEN_TREE)) {
        walk.reference(Role.CALL, name, node, receiver, -1);
        at++;
        return walkTree(walk.expression(ExpressionKind.CALL, name, receiver, -1));
      }
      if (!isTree(0, '(')) {
        walk.reference(RustContext.valueRole(name), name, node, receiver, -1);
        return context.member(name, receiver);
      }
      int arguments = arguments(token(0));
      called(name, node, receiver, arguments);
      return walkTree(walk.expression(ExpressionKind.CALL, name, receiver, arguments));
    }

    /** The rest of a path after a type with arguments: one name, such as that of a constructor. */
    private int qualified(int receiver) {
      at++;
      int node = token(0);
      if (!syntax.is(node, RustNode.IDENTIFIER)) {
        return -1;
      }
      at++;
      return last(node, receiver);
    }

    private void skipTypeArguments() {
      int depth = 0;
      do {
        if (is(0, "<")) {
          depth++;
        } else if (is(0, ">")) {
          depth--;
        } else if (is(0, ">>")) {
          depth -= 2;
        } else if (is(0, ";")) {
          return;
        }
        at++;
      } while (depth > 0 && at < tokens.size());
    }

    /** Walks what is applied to an operand next; -1 when that is nothing. */
    private int applied(int base) {
      if (is(0, "?")) {
        at++;
        return walk.expression(ExpressionKind.OTHER, "?", base, -1);
      }
      if (isTree(0, '[')) {
        return walkTree(walk.expression(ExpressionKind.INDEX, "", base, -1));
      }
      if (!is(0, ".")) {
        return -1;
      }
      int node = token(1);
      at++;
      if (is(0, "await")) {
        at++;
        return walk.expression(ExpressionKind.AWAIT, "", base, -1);
      }
      boolean isNumber = syntax.is(node, RustNode.INTEGER_LITERAL);
      if (!isNumber && !syntax.is(node, RustNode.IDENTIFIER)) {
        return -1;
      }
      at++;
      String name = context.name(node);
      if (is(0, "::") && is(1, "<")) {
        at++;
        skipTypeArguments();
      }
      if (isTree(0, '(')) {
        int arguments = arguments(token(0));
        walk.reference(Role.CALL, name, node, base, arguments);
        return walkTree(walk.expression(ExpressionKind.CALL, name, base, arguments));
      }
      walk.reference(is(0, "=") ? Role.WRITE : Role.READ, name, node, base, -1);
      return context.member(name, base);
    }

    /** Walks the tree that is next, and gives back an expression. */
    private int walkTree(int expression) {
      tree(token(0));
      at++;
      return expression;
    }

    private int arguments(int tree) {
      int count = 0;
      boolean isOpen = false;
      boolean inBars = false;
      for (int c = syntax.firstChild(tree); c >= 0; c = syntax.nextSibling(c)) {
        if (syntax.textEquals(c, "|") && (inBars || !isOpen)) {
          inBars = !inBars;
          count += isOpen ? 0 : 1;
          isOpen = true;
        } else if (syntax.textEquals(c, ",")) {
          isOpen = inBars;
        } else if (syntax.textEquals(c, "move")) {
          inBars = false;
        } else if (!isOpen && !syntax.textEquals(c, "(") && !syntax.textEquals(c, ")")) {
          count++;
          isOpen = true;
        }
      }
      return count;
    }
  }
}
