package dev.codegraph.parser.csharp;

import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.Role;

/** What makes objects and arrays, and the initialisers that fill them. */
final class CSharpCreations {
  private final CSharpWalk walk;
  private final Syntax<CSharpNode> syntax;

  CSharpCreations(CSharpWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  int creation(int node, boolean wanted) {
    return switch (syntax.kind(node)) {
      case OBJECT_CREATION_EXPRESSION -> object(node, wanted);
      case IMPLICIT_OBJECT_CREATION_EXPRESSION -> implicit(node, -1, wanted);
      case ANONYMOUS_OBJECT_CREATION_EXPRESSION -> {
        anonymous(node);
        yield wanted ? walk.expression(ExpressionKind.OTHER, "new", -1, -1) : -1;
      }
      case ARRAY_CREATION_EXPRESSION, STACKALLOC_EXPRESSION -> {
        int type = syntax.field(node, CSharpField.TYPE);
        walk.types().references(type);
        initializer(syntax.child(node, CSharpNode.INITIALIZER_EXPRESSION), -1);
        yield wanted
            ? walk.expression(ExpressionKind.CAST, arrayText(walk.types().text(type)), -1, -1)
            : -1;
      }
      default -> {
        int list = syntax.child(node, CSharpNode.INITIALIZER_EXPRESSION);
        initializer(list < 0 ? node : list, -1);
        yield walk.expressions().literal("list", wanted);
      }
    };
  }

  /** The type of an array without the sizes that it is made with. */
  private static String arrayText(String type) {
    int bracket = type.indexOf('[');
    return bracket < 0
        ? type
        : type.substring(0, bracket) + type.substring(bracket).replaceAll("[^\\[\\],]", "");
  }

  private int object(int node, boolean wanted) {
    int type = syntax.field(node, CSharpField.TYPE);
    int list = syntax.field(node, CSharpField.ARGUMENTS);
    int count = syntax.namedChildren(list);
    walk.types().named(type, Role.INSTANTIATE, count);
    int place = syntax.start(walk.types().lastName(type));
    return made(node, list, place, walk.types().text(type), count, wanted);
  }

  private int made(int node, int list, int place, String type, int count, boolean wanted) {
    int filler = syntax.child(node, CSharpNode.INITIALIZER_EXPRESSION);
    int made = -1;
    if (wanted || filler >= 0 || hasLambda(list)) {
      made = walk.expression(ExpressionKind.NEW, type, -1, count);
    }
    walk.expressions().arguments(list, made, place);
    initializer(filler, made);
    return made;
  }

  private boolean hasLambda(int list) {
    for (int c = syntax.firstNamed(list); c >= 0; c = syntax.nextNamed(c)) {
      if (walk.expressions().isLambda(walk.expressions().argumentValue(c))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Walks {@code new(…)}. Where the declaration that it is the value of says the type, that type is
   * made; elsewhere nobody knows which.
   *
   * @param type Node of the declared type, -1 when unknown.
   */
  int implicit(int node, int type, boolean wanted) {
    int list = syntax.child(node, CSharpNode.ARGUMENT_LIST);
    int count = syntax.namedChildren(list);
    int named =
        syntax.is(type, CSharpNode.NULLABLE_TYPE) ? syntax.field(type, CSharpField.TYPE) : type;
    switch (syntax.kind(named)) {
      case IDENTIFIER, GENERIC_NAME, QUALIFIED_NAME, ALIAS_QUALIFIED_NAME -> {
        int name = walk.types().lastName(named);
        walk.context()
            .reference(
                Role.INSTANTIATE, walk.name(name), node, walk.types().qualifier(named), count);
        walk.arguments().generic(lastOf(named), syntax.start(node));
        return made(node, list, syntax.start(node), walk.types().text(named), count, wanted);
      }
      default -> {
        walk.expressions().arguments(list, -1);
        initializer(syntax.child(node, CSharpNode.INITIALIZER_EXPRESSION), -1);
        return wanted ? walk.expression(ExpressionKind.OTHER, "new", -1, -1) : -1;
      }
    }
  }

  /** The last part of a type name, with its type arguments. */
  private int lastOf(int type) {
    return syntax.is(type, CSharpNode.QUALIFIED_NAME)
            || syntax.is(type, CSharpNode.ALIAS_QUALIFIED_NAME)
        ? syntax.field(type, CSharpField.NAME)
        : type;
  }

  private void anonymous(int node) {
    for (int c = walk.firstContent(node); c >= 0; c = walk.nextContent(c)) {
      boolean isName = syntax.textEquals(syntax.nextSibling(c), "=");
      if (!isName) {
        walk.expressions().value(c, false);
      }
    }
  }

  /**
   * Walks the elements of an initialiser: values of a collection, or members that are set.
   *
   * @param made Expression of what is filled, -1 when its type is unknown.
   */
  void initializer(int node, int made) {
    for (int c = walk.firstContent(node); c >= 0; c = walk.nextContent(c)) {
      if (syntax.is(c, CSharpNode.ASSIGNMENT_EXPRESSION)) {
        member(syntax.field(c, CSharpField.LEFT), syntax.field(c, CSharpField.RIGHT), made);
      } else if (syntax.is(c, CSharpNode.INITIALIZER_EXPRESSION)) {
        initializer(c, -1);
      } else {
        walk.expressions().value(c, false);
      }
    }
  }

  /** Walks a member that is set while its object is made or copied, and the value that it gets. */
  void member(int left, int value, int made) {
    int nested = -1;
    if (syntax.is(left, CSharpNode.IDENTIFIER)) {
      // Without the type of the object there is still the member: of something.
      int owner = made < 0 ? walk.expression(ExpressionKind.OTHER, "new", -1, -1) : made;
      walk.context().reference(Role.WRITE, walk.name(left), left, owner, -1);
      if (syntax.is(value, CSharpNode.INITIALIZER_EXPRESSION)) {
        nested = walk.expression(ExpressionKind.MEMBER, walk.name(left), owner, -1);
      }
    } else if (syntax.is(left, CSharpNode.ELEMENT_BINDING_EXPRESSION)) {
      walk.expressions().arguments(left, -1);
    } else {
      walk.expressions().target(left);
    }
    if (syntax.is(value, CSharpNode.INITIALIZER_EXPRESSION)) {
      initializer(value, nested);
    } else {
      walk.expressions().value(value, false);
    }
  }
}
