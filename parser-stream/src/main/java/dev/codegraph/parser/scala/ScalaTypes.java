package dev.codegraph.parser.scala;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.walk.LexicalScope;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.parser.walk.WalkContext;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Types as they are written: their text, the references in them, and type parameters. */
final class ScalaTypes {
  /** A type parameter: its node, its name and its upper bound as written. */
  private record TypeParameter(int node, String name, String bound) {}

  /** Unions, intersections, and the bounds of a wildcard, which the grammar takes for operators. */
  private static final Set<String> BUILT_IN = Set.of("|", "&", "<:", ">:");

  private final ScalaContext context;
  private final Syntax<ScalaNode> syntax;
  private final WalkContext walk;

  ScalaTypes(ScalaContext context) {
    this.context = context;
    this.syntax = context.syntax();
    this.walk = context.walk();
  }

  /** The text of a type; empty for none. */
  String text(int type) {
    return syntax.normalText(type);
  }

  /** The declared type of a parameter as its code sees it. */
  String valueText(int type) {
    return switch (syntax.kind(type)) {
      case LAZY_PARAMETER_TYPE -> text(syntax.field(type, ScalaField.TYPE));
      case REPEATED_PARAMETER_TYPE -> "Seq[" + text(syntax.field(type, ScalaField.TYPE)) + "]";
      default -> text(type);
    };
  }

  /** The first child that is a type, from a child on; or -1. */
  int type(int from) {
    int node = from;
    while (node >= 0 && !syntax.kind(node).isType()) {
      node = syntax.nextSibling(node);
    }
    return node;
  }

  /** The node of the named type that a type begins with: without its arguments; or -1. */
  int head(int type) {
    int node = type;
    while (true) {
      switch (syntax.kind(node)) {
        case TYPE_IDENTIFIER, STABLE_TYPE_IDENTIFIER, PROJECTED_TYPE, SINGLETON_TYPE -> {
          return node;
        }
        case GENERIC_TYPE -> node = syntax.field(node, ScalaField.TYPE);
        case COMPOUND_TYPE -> node = syntax.field(node, ScalaField.BASE);
        case ANNOTATED_TYPE -> node = syntax.firstNamed(node);
        default -> {
          return -1;
        }
      }
    }
  }

  /** The name of a base: without type arguments, dotted when qualified. */
  String baseName(int type) {
    int head = head(type);
    return (head < 0 ? text(type) : syntax.text(head)).replaceAll("\\s", "");
  }

  /** The last name of a type without its arguments; empty when it has none. */
  String simpleName(int type) {
    int head = head(type);
    int node =
        switch (syntax.kind(head)) {
          case STABLE_TYPE_IDENTIFIER, PROJECTED_TYPE ->
              syntax.children(head, ScalaNode.TYPE_IDENTIFIER).stream()
                  .reduce(-1, (before, last) -> last);
          default -> head;
        };
    return context.name(node);
  }

  /** The references in a type. */
  void references(int node) {
    if (node >= 0) {
      references(node, Role.TYPE);
    }
  }

  /** The references in a type whose head is there for a reason of its own. */
  void references(int node, Role role) {
    switch (syntax.kind(node)) {
      case TYPE_IDENTIFIER -> single(node, role);
      case STABLE_TYPE_IDENTIFIER -> {
        int receiver = qualifier(syntax.firstNamed(node));
        int name = syntax.child(node, ScalaNode.TYPE_IDENTIFIER);
        walk.reference(role, context.name(name), name, receiver, -1);
      }
      case SINGLETON_TYPE -> qualifier(syntax.firstNamed(node));
      case GENERIC_TYPE -> {
        references(syntax.field(node, ScalaField.TYPE), role);
        each(syntax.field(node, ScalaField.TYPE_ARGUMENTS));
      }
      case INFIX_TYPE -> infix(node);
      case PARAMETER, CLASS_PARAMETER, NAME_AND_TYPE, BINDING ->
          references(syntax.field(node, ScalaField.TYPE));
      case TYPE_LAMBDA, FUNCTION_TYPE, FUNCTION_DECLARATION, TYPE_DEFINITION ->
          walk.inBlock(
              syntax.end(node),
              () -> {
                // Of its type parameters only the names matter: nothing else can mean them.
                inner(node);
                each(node);
              });
      case TYPE_CASE_CLAUSE ->
          walk.inBlock(
              syntax.end(node),
              () -> {
                typeVariables(syntax.firstNamed(node));
                each(node);
              });
      case ERROR -> {}
      default -> each(node);
    }
  }

  /** The reference to a class that is made with a number of arguments, and those around it. */
  void made(int type, int arguments) {
    int head = head(type);
    switch (syntax.kind(head)) {
      case TYPE_IDENTIFIER -> {
        String name = context.name(head);
        if (walk.scope().meaning(name) != LexicalScope.Meaning.TYPE_PARAMETER) {
          walk.reference(Role.INSTANTIATE, name, head, -1, arguments);
        }
      }
      case STABLE_TYPE_IDENTIFIER -> {
        int receiver = qualifier(syntax.firstNamed(head));
        int name = syntax.child(head, ScalaNode.TYPE_IDENTIFIER);
        walk.reference(Role.INSTANTIATE, context.name(name), name, receiver, arguments);
      }
      default -> {
        references(type);
        return;
      }
    }
    each(syntax.child(type, ScalaNode.TYPE_ARGUMENTS));
  }

  private void each(int node) {
    for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
      references(c);
    }
  }

  private void inner(int node) {
    if (syntax.is(node, ScalaNode.TYPE_LAMBDA)) {
      bindNames(node);
    }
    for (int list : syntax.children(node, ScalaNode.TYPE_PARAMETERS)) {
      bindNames(list);
    }
  }

  private void bindNames(int list) {
    for (TypeParameter parameter : parameters(list)) {
      walk.scope().bind(parameter.name(), LexicalScope.Meaning.TYPE_PARAMETER);
    }
  }

  /** In a pattern a name in lower case is a variable that stands for a type. */
  void typeVariables(int type) {
    for (int node = type; node >= 0 && node < syntax.tree().subtreeEnd(type); node++) {
      if (syntax.is(node, ScalaNode.TYPE_IDENTIFIER)
          && node != type
          && Character.isLowerCase(syntax.source()[syntax.start(node)])) {
        walk.scope().bind(context.name(node), LexicalScope.Meaning.TYPE_PARAMETER);
      }
    }
  }

  private void single(int node, Role role) {
    String name = context.name(node);
    if (!name.equals("?") && walk.scope().meaning(name) != LexicalScope.Meaning.TYPE_PARAMETER) {
      walk.reference(role, name, node, -1, -1);
    }
  }

  /** Long chains such as unions lean to the left and are walked in a loop. */
  private void infix(int outermost) {
    int node = outermost;
    while (syntax.is(node, ScalaNode.INFIX_TYPE)) {
      int operator = syntax.field(node, ScalaField.OPERATOR);
      String name = context.name(operator);
      if (!BUILT_IN.contains(name)) {
        walk.reference(Role.TYPE, name, operator, -1, -1);
      }
      references(syntax.field(node, ScalaField.RIGHT));
      node = syntax.field(node, ScalaField.LEFT);
    }
    references(node);
  }

  /** The reads of what stands before the dot of a name; gives its expression. */
  int qualifier(int node) {
    List<Integer> names = new ArrayList<>();
    int at = node;
    while (syntax.is(at, ScalaNode.STABLE_IDENTIFIER)) {
      int first = syntax.firstNamed(at);
      names.add(syntax.nextNamed(first));
      at = first;
    }
    names.add(at);
    int receiver = -1;
    for (int i = names.size() - 1; i >= 0; i--) {
      int name = names.get(i);
      String text = syntax.text(name);
      if (text.equals("this") || text.equals("super")) {
        receiver =
            context.make(
                text.equals("this") ? ExpressionKind.THIS : ExpressionKind.SUPER, "", -1, -1);
      } else if (receiver < 0) {
        context.read(name);
        receiver = context.make(ExpressionKind.NAME, context.name(name), -1, -1);
      } else {
        walk.reference(Role.READ, context.name(name), name, receiver, -1);
        receiver = context.make(ExpressionKind.MEMBER, context.name(name), receiver, -1);
      }
    }
    return receiver;
  }

  /** Binds the type parameters of a declaration and gives them to its entity. */
  void parameters(EntityDraft draft, int list) {
    for (TypeParameter parameter : parameters(list)) {
      draft.typeParameter(parameter.name());
    }
    bind(list);
  }

  /** Binds the type parameters of a list. */
  void bind(int list) {
    for (TypeParameter parameter : parameters(list)) {
      walk.bindTypeParameter(parameter.name(), syntax.start(parameter.node()), parameter.bound());
    }
    bounds(list);
  }

  /** The type parameters of a list or of a type lambda, which has them as its own children. */
  private List<TypeParameter> parameters(int list) {
    List<TypeParameter> found = new ArrayList<>();
    for (int c = syntax.firstNamed(list); c >= 0; c = syntax.nextNamed(c)) {
      if (isVariant(c)) {
        found.addAll(parameters(c));
      } else if (syntax.tree().field(c) == ScalaField.NAME) {
        String name = context.name(c);
        if (!name.isEmpty()) {
          found.add(new TypeParameter(c, name, upperBound(c)));
        }
      }
    }
    return found;
  }

  private boolean isVariant(int node) {
    return syntax.is(node, ScalaNode.COVARIANT_TYPE_PARAMETER)
        || syntax.is(node, ScalaNode.CONTRAVARIANT_TYPE_PARAMETER);
  }

  private String upperBound(int name) {
    int c = syntax.nextNamed(name);
    while (c >= 0 && syntax.tree().field(c) != ScalaField.NAME) {
      if (syntax.is(c, ScalaNode.UPPER_BOUND)) {
        return text(syntax.field(c, ScalaField.TYPE));
      }
      c = syntax.nextNamed(c);
    }
    return "";
  }

  /** The references in the bounds of type parameters; a named context bound is a value. */
  void bounds(int list) {
    for (int c = syntax.firstNamed(list); c >= 0; c = syntax.nextNamed(c)) {
      switch (syntax.kind(c)) {
        case COVARIANT_TYPE_PARAMETER, CONTRAVARIANT_TYPE_PARAMETER -> bounds(c);
        case UPPER_BOUND, LOWER_BOUND, VIEW_BOUND -> references(syntax.field(c, ScalaField.TYPE));
        case CONTEXT_BOUND -> {
          int type = syntax.field(c, ScalaField.TYPE);
          references(type);
          int name = syntax.field(c, ScalaField.NAME);
          if (name >= 0) {
            walk.bind(context.name(name), BindingKind.PARAMETER, syntax.end(c), text(type), -1);
          }
        }
        case ANNOTATION -> {
          int name = syntax.field(c, ScalaField.NAME);
          if (name >= 0 && !syntax.is(list, ScalaNode.TYPE_DEFINITION)) {
            references(name, Role.ANNOTATE);
          }
        }
        default -> {}
      }
    }
  }
}
