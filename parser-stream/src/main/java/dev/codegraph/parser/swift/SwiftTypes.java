package dev.codegraph.parser.swift;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.walk.LexicalScope;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.Role;

/** Type names: the references they are, the qualifiers before them, and type parameters. */
final class SwiftTypes {
  private final SwiftWalk walk;
  private final Syntax<SwiftNode> syntax;

  SwiftTypes(SwiftWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  /** The type that stands behind a token such as the colon, or -1. */
  int after(int token) {
    for (int c = syntax.nextSibling(token); c >= 0; c = syntax.nextSibling(c)) {
      if (syntax.kind(c).isType()) {
        return c;
      }
      if (walk.isToken(c, ",") || walk.isToken(c, "=") || walk.isToken(c, "{")) {
        return -1;
      }
    }
    return -1;
  }

  /** The type in an annotation, or -1. */
  int annotated(int annotation) {
    int colon = walk.token(annotation, ":");
    return colon < 0 ? -1 : after(colon);
  }

  /** The written type, with the sign that it is unwrapped where it is used; empty for none. */
  String text(int type) {
    if (type < 0) {
      return "";
    }
    boolean isUnwrapped = syntax.textEquals(syntax.nextSibling(type), "!");
    return isUnwrapped ? syntax.normalText(type) + "!" : syntax.normalText(type);
  }

  /** A type without its arguments. */
  String bare(int type) {
    String text = syntax.normalText(type);
    if (text.indexOf('<') < 0) {
      return text;
    }
    StringBuilder bare = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '<') {
        depth++;
      } else if (c == '>' && depth > 0) {
        depth--;
      } else if (depth == 0) {
        bare.append(c);
      }
    }
    return bare.toString().strip();
  }

  /** The last name of a type, for which it is searched; that of a sugared type is its long name. */
  String simpleName(int type) {
    return switch (syntax.kind(type)) {
      case ARRAY_TYPE -> "Array";
      case DICTIONARY_TYPE -> "Dictionary";
      case OPTIONAL_TYPE -> "Optional";
      case USER_TYPE -> walk.name(lastName(type));
      default -> bare(type);
    };
  }

  /** Node of the last name of a type; the type itself when it has none. */
  int lastName(int type) {
    int last = type;
    if (syntax.is(type, SwiftNode.USER_TYPE)) {
      for (int c = syntax.firstNamed(type); c >= 0; c = syntax.nextNamed(c)) {
        if (syntax.is(c, SwiftNode.TYPE_IDENTIFIER)) {
          last = c;
        }
      }
    }
    return last;
  }

  /** Emits the references of a type. */
  void references(int type) {
    references(type, Role.TYPE);
  }

  /** Emits the references of a type; the role is that of its name, arguments are types. */
  void references(int type, Role role) {
    switch (syntax.kind(type)) {
      case USER_TYPE, IDENTIFIER -> named(type, role, -1);
      case ATTRIBUTE ->
          walk.modifiers().attribute(type, walk.facts().entity(walk.context().owner()));
      case SIMPLE_IDENTIFIER, PARAMETER_MODIFIERS -> {
        // The label of an element says nothing about types.
      }
      default -> {
        for (int c = syntax.firstNamed(type); c >= 0; c = syntax.nextNamed(c)) {
          references(c, Role.TYPE);
        }
      }
    }
  }

  /**
   * Emits the references of a name with its qualifiers, and those of the type arguments in it.
   *
   * @param role What the last name is.
   * @param argumentCount Arguments of a creation, -1 otherwise.
   * @return expression of the whole name
   */
  int named(int node, Role role, int argumentCount) {
    int last = -1;
    for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
      last = isName(c) ? c : last;
    }
    int expression = -1;
    for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
      if (isName(c)) {
        String name = walk.name(c);
        boolean isParameter =
            expression < 0
                && walk.context().scope().meaning(name) == LexicalScope.Meaning.TYPE_PARAMETER;
        boolean isWord =
            name.equals("Self")
                || name.equals("Any")
                || name.equals("async")
                || name.equals("throws")
                || name.equals("sending")
                || expression >= 0 && (name.equals("Type") || name.equals("Protocol"));
        if (!isParameter && !isWord && !SwiftWalk.isKeyword(name)) {
          Role given = c == last ? role : Role.TYPE;
          int count = c == last ? argumentCount : -1;
          walk.context().reference(given, name, c, expression, count);
        }
        expression =
            expression < 0
                ? walk.expression(ExpressionKind.NAME, name, -1, -1)
                : walk.expression(ExpressionKind.MEMBER, name, expression, -1);
      } else {
        references(c, Role.TYPE);
      }
    }
    return expression;
  }

  private boolean isName(int node) {
    return syntax.is(node, SwiftNode.TYPE_IDENTIFIER)
        || syntax.is(node, SwiftNode.SIMPLE_IDENTIFIER);
  }

  /** Binds the type parameters of a declaration and emits the references of their constraints. */
  void parameters(EntityDraft draft, int declaration) {
    int list = syntax.child(declaration, SwiftNode.TYPE_PARAMETERS);
    for (int parameter : syntax.children(list, SwiftNode.TYPE_PARAMETER)) {
      int name = syntax.child(parameter, SwiftNode.TYPE_IDENTIFIER);
      if (name < 0) {
        name = lastName(syntax.firstNamed(syntax.child(parameter, SwiftNode.TYPE_PARAMETER_PACK)));
      }
      if (name >= 0) {
        int bound = annotated(parameter);
        draft.typeParameter(walk.name(name));
        walk.context().bindTypeParameter(walk.name(name), syntax.start(parameter), text(bound));
      }
    }
    for (int parameter : syntax.children(list, SwiftNode.TYPE_PARAMETER)) {
      references(annotated(parameter));
    }
    constraints(list);
    constraints(declaration);
  }

  /** Emits the references of the constraints behind {@code where}. */
  void constraints(int declaration) {
    int clause = syntax.child(declaration, SwiftNode.TYPE_CONSTRAINTS);
    for (int constraint : syntax.children(clause, SwiftNode.TYPE_CONSTRAINT)) {
      for (int c = syntax.firstNamed(constraint); c >= 0; c = syntax.nextNamed(c)) {
        references(c, Role.TYPE);
      }
    }
  }
}
