package dev.codegraph.parser.csharp;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.walk.LexicalScope;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.Role;
import java.util.ArrayList;
import java.util.List;

/** Type names: the references they are, the qualifiers before them, and type parameters. */
final class CSharpTypes {
  private final CSharpWalk walk;
  private final Syntax<CSharpNode> syntax;

  CSharpTypes(CSharpWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  /** The written type; empty for {@code var}, whose type is that of the value. */
  String text(int type) {
    if (type < 0 || syntax.is(type, CSharpNode.IMPLICIT_TYPE)) {
      return "";
    }
    return syntax.normalText(type);
  }

  /** The type of a value in a variable: what a reference refers to. */
  String valueText(int type) {
    int node = type;
    while (syntax.is(node, CSharpNode.REF_TYPE) || syntax.is(node, CSharpNode.SCOPED_TYPE)) {
      node = syntax.field(node, CSharpField.TYPE);
    }
    return text(node);
  }

  /** A type with only the last of each of its dotted names: for names made of types. */
  String simpleText(int type) {
    String text = text(type);
    boolean isQualified = text.indexOf('.') >= 0 || text.indexOf(':') >= 0;
    return isQualified ? text.replaceAll("[\\w@]+(?:\\.|::)", "") : text;
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
      } else if (c == '>') {
        depth--;
      } else if (depth == 0) {
        bare.append(c);
      }
    }
    return bare.toString().strip();
  }

  /** Emits the references of a type. */
  void references(int node) {
    references(node, Role.TYPE);
  }

  /** Emits the references of a type; the role is that of its name, arguments are types. */
  void references(int from, Role role) {
    int node = from;
    while (node >= 0) {
      switch (syntax.kind(node)) {
        case IDENTIFIER, GENERIC_NAME, QUALIFIED_NAME, ALIAS_QUALIFIED_NAME -> {
          named(node, role, -1);
          return;
        }
        case NULLABLE_TYPE, POINTER_TYPE, REF_TYPE, SCOPED_TYPE ->
            node = syntax.field(node, CSharpField.TYPE);
        case ARRAY_TYPE -> {
          int rank = syntax.child(node, CSharpNode.ARRAY_RANK_SPECIFIER);
          if (rank >= 0) {
            walk.statements().parts(rank);
          }
          node = syntax.field(node, CSharpField.TYPE);
        }
        case PREDEFINED_TYPE, IMPLICIT_TYPE -> {
          return;
        }
        default -> {
          for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
            boolean isName =
                syntax.is(c, CSharpNode.IDENTIFIER) && syntax.tree().field(c) == CSharpField.NAME;
            if (!isName) {
              references(c, Role.TYPE);
            }
          }
          return;
        }
      }
    }
  }

  /**
   * Emits the reference of a name with its qualifiers, and those of the type arguments in it.
   *
   * @param argumentCount Arguments of a creation, -1 otherwise.
   */
  void named(int node, Role role, int argumentCount) {
    switch (syntax.kind(node)) {
      case IDENTIFIER -> simple(node, role, -1, argumentCount);
      case GENERIC_NAME -> {
        walk.arguments().generic(node);
        simple(walk.identifier(node), role, -1, argumentCount);
        arguments(node);
      }
      case QUALIFIED_NAME, ALIAS_QUALIFIED_NAME -> {
        int last = syntax.field(node, CSharpField.NAME);
        walk.arguments().generic(last);
        simple(walk.identifier(last), role, qualifier(node), argumentCount);
        int at = node;
        while (syntax.is(at, CSharpNode.QUALIFIED_NAME)) {
          arguments(syntax.field(at, CSharpField.NAME));
          at = syntax.field(at, CSharpField.QUALIFIER);
        }
        arguments(
            syntax.is(at, CSharpNode.ALIAS_QUALIFIED_NAME)
                ? syntax.field(at, CSharpField.NAME)
                : at);
      }
      default -> references(node, role);
    }
  }

  private void simple(int identifier, Role role, int qualifier, int argumentCount) {
    String name = walk.name(identifier);
    boolean isParameter =
        qualifier < 0
            && walk.context().scope().meaning(name) == LexicalScope.Meaning.TYPE_PARAMETER;
    boolean isKeyword = qualifier < 0 && (name.equals("dynamic") || name.equals("var"));
    if (identifier >= 0 && !isParameter && !isKeyword) {
      walk.context().reference(role, name, identifier, qualifier, argumentCount);
    }
  }

  /** Emits the references of the type arguments of a generic name; others have none. */
  void arguments(int name) {
    if (syntax.is(name, CSharpNode.GENERIC_NAME)) {
      int list = syntax.child(name, CSharpNode.TYPE_ARGUMENT_LIST);
      for (int c = syntax.firstNamed(list); c >= 0; c = syntax.nextNamed(c)) {
        references(c, Role.TYPE);
      }
    }
  }

  /** The identifier of the last name of a type; the type itself when it is not a name. */
  int lastName(int type) {
    return switch (syntax.kind(type)) {
      case QUALIFIED_NAME, ALIAS_QUALIFIED_NAME ->
          walk.identifier(syntax.field(type, CSharpField.NAME));
      default -> walk.identifier(type);
    };
  }

  /** Expression of what stands before the last name of a type, -1 when nothing does. */
  int qualifier(int type) {
    return switch (syntax.kind(type)) {
      case QUALIFIED_NAME -> expression(syntax.field(type, CSharpField.QUALIFIER));
      case ALIAS_QUALIFIED_NAME ->
          walk.expression(
              ExpressionKind.NAME, walk.name(syntax.field(type, CSharpField.ALIAS)), -1, -1);
      default -> -1;
    };
  }

  /** A type name as an expression: a name, or a member of one. */
  int expression(int type) {
    List<Integer> chain = new ArrayList<>(2);
    int at = type;
    while (syntax.is(at, CSharpNode.QUALIFIED_NAME)) {
      chain.add(at);
      at = syntax.field(at, CSharpField.QUALIFIER);
    }
    int result =
        syntax.is(at, CSharpNode.ALIAS_QUALIFIED_NAME)
            ? walk.expression(
                ExpressionKind.MEMBER,
                walk.arguments().named(syntax.field(at, CSharpField.NAME)),
                qualifier(at),
                -1)
            : walk.expression(ExpressionKind.NAME, walk.arguments().named(at), -1, -1);
    for (int qualified : chain.reversed()) {
      String name = walk.arguments().named(syntax.field(qualified, CSharpField.NAME));
      result = walk.expression(ExpressionKind.MEMBER, name, result, -1);
    }
    return result;
  }

  /** Binds the type parameters of a declaration and emits the references of their constraints. */
  void parameters(EntityDraft draft, int declaration) {
    int list = syntax.child(declaration, CSharpNode.TYPE_PARAMETER_LIST);
    for (int c = syntax.firstNamed(list); c >= 0; c = syntax.nextNamed(c)) {
      int name = syntax.field(c, CSharpField.NAME);
      if (name >= 0) {
        walk.attributes().of(c, draft);
        String text = syntax.text(name);
        String constraints = constraints(declaration, text);
        draft.typeParameter(constraints.isEmpty() ? text : text + " : " + constraints);
        walk.context().bindTypeParameter(text, syntax.start(c), constraints);
      }
    }
    for (int clause : syntax.children(declaration, CSharpNode.TYPE_PARAMETER_CONSTRAINTS_CLAUSE)) {
      for (int constraint : syntax.children(clause, CSharpNode.TYPE_PARAMETER_CONSTRAINT)) {
        references(syntax.field(constraint, CSharpField.TYPE), Role.TYPE);
      }
    }
  }

  private String constraints(int declaration, String parameter) {
    for (int clause : syntax.children(declaration, CSharpNode.TYPE_PARAMETER_CONSTRAINTS_CLAUSE)) {
      if (syntax.text(syntax.child(clause, CSharpNode.IDENTIFIER)).equals(parameter)) {
        List<String> texts = new ArrayList<>(2);
        for (int constraint : syntax.children(clause, CSharpNode.TYPE_PARAMETER_CONSTRAINT)) {
          texts.add(syntax.normalText(constraint));
        }
        return String.join(", ", texts);
      }
    }
    return "";
  }
}
