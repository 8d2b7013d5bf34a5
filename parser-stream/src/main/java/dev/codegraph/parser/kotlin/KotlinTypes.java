package dev.codegraph.parser.kotlin;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.walk.LexicalScope;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.Role;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Types as they are written: their text, the references in them, and type parameters. */
final class KotlinTypes {
  private final KotlinContext context;
  private final Syntax<KotlinNode> syntax;

  KotlinTypes(KotlinContext context) {
    this.context = context;
    this.syntax = context.syntax();
  }

  /** The text of a type, a {@code suspend} before it included; empty for none. */
  String text(int type) {
    if (type < 0) {
      return "";
    }
    int before = -1;
    for (int c = syntax.firstChild(syntax.parent(type)); c != type; c = syntax.nextSibling(c)) {
      before = syntax.is(c, KotlinNode.TYPE_MODIFIERS) ? c : -1;
    }
    boolean suspends = before >= 0 && syntax.hasToken(before, "suspend");
    String text = syntax.normalText(type);
    // Where the grammar is not shown the parentheses around a receiver, the type begins inside.
    boolean opened = syntax.is(type, KotlinNode.FUNCTION_TYPE) && startsInside(type);
    return (suspends ? "suspend " : "") + (opened ? "(" : "") + text;
  }

  private boolean startsInside(int type) {
    byte[] source = syntax.source();
    int depth = 0;
    for (int i = syntax.start(type); i < syntax.end(type); i++) {
      depth += source[i] == '(' ? 1 : source[i] == ')' ? -1 : 0;
      if (depth < 0) {
        return true;
      }
    }
    return false;
  }

  /** The name of a base: without type arguments, dotted when qualified. */
  String baseName(int type) {
    StringBuilder name = new StringBuilder();
    for (int id : syntax.children(type, KotlinNode.TYPE_IDENTIFIER)) {
      name.append(name.isEmpty() ? "" : ".").append(context.name(id));
    }
    return name.isEmpty() ? syntax.normalText(type) : name.toString();
  }

  /** The references in a type. */
  void references(int node) {
    if (node < 0) {
      return;
    }
    switch (syntax.kind(node)) {
      case USER_TYPE -> named(node, Role.TYPE);
      case TYPE_IDENTIFIER -> single(node, Role.TYPE);
      case ANNOTATION, TYPE_MODIFIERS -> annotations(node);
      default -> {
        for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
          references(c);
        }
      }
    }
  }

  /** The reference to a named type and those to its qualifier and arguments. */
  void named(int type, Role role) {
    List<Integer> names = syntax.children(type, KotlinNode.TYPE_IDENTIFIER);
    int last = names.size() - 1;
    if (last == 0) {
      single(names.getFirst(), role);
    }
    int receiver = -1;
    for (int i = 0; i < last; i++) {
      int name = names.get(i);
      if (i == 0) {
        context.read(name);
        receiver = context.make(ExpressionKind.NAME, context.name(name), -1, -1);
      } else {
        context.walk().reference(Role.READ, context.name(name), name, receiver, -1);
        receiver = context.make(ExpressionKind.MEMBER, context.name(name), receiver, -1);
      }
    }
    if (last > 0) {
      int name = names.get(last);
      context.walk().reference(role, context.name(name), name, receiver, -1);
    }
    for (int arguments : syntax.children(type, KotlinNode.TYPE_ARGUMENTS)) {
      references(arguments);
    }
  }

  private void single(int node, Role role) {
    String name = context.name(node);
    if (name.contains(".")) {
      dotted(name, syntax.start(node), role);
    } else if (context.walk().scope().meaning(name) != LexicalScope.Meaning.TYPE_PARAMETER) {
      context.walk().reference(role, name, node, -1, -1);
    }
  }

  /** A qualified receiver of a function type, which {@link KotlinReadable} made one name of. */
  private void dotted(String name, int start, Role role) {
    int receiver = -1;
    int from = 0;
    for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', from)) {
      String part = name.substring(from, dot);
      int at = start + name.substring(0, from).getBytes(StandardCharsets.UTF_8).length;
      context.facts().referenceAt(Role.READ, part, at, context.walk().owner(), receiver, -1);
      receiver =
          receiver < 0
              ? context.make(ExpressionKind.NAME, part, -1, -1)
              : context.make(ExpressionKind.MEMBER, part, receiver, -1);
      from = dot + 1;
    }
    int at = start + name.substring(0, from).getBytes(StandardCharsets.UTF_8).length;
    int owner = context.walk().owner();
    context.facts().referenceAt(role, name.substring(from), at, owner, receiver, -1);
  }

  /**
   * The annotations among the children of a node, as references; their arguments are walked by who
   * knows expressions.
   */
  private void annotations(int node) {
    int annotation =
        syntax.is(node, KotlinNode.ANNOTATION) ? node : syntax.child(node, KotlinNode.ANNOTATION);
    for (; annotation >= 0; annotation = syntax.nextSibling(annotation)) {
      if (syntax.is(annotation, KotlinNode.ANNOTATION)) {
        for (int type : annotationTypes(annotation)) {
          named(type, Role.ANNOTATE);
        }
      }
      if (annotation == node) {
        return;
      }
    }
  }

  /** The named types of an annotation: several in brackets. */
  List<Integer> annotationTypes(int annotation) {
    List<Integer> types = new ArrayList<>(1);
    if (syntax.is(annotation, KotlinNode.ANNOTATION) && !context.isAnnotation(annotation)) {
      return types;
    }
    for (int c = syntax.firstNamed(annotation); c >= 0; c = syntax.nextNamed(c)) {
      switch (syntax.kind(c)) {
        case USER_TYPE -> types.add(c);
        case CONSTRUCTOR_INVOCATION -> {
          int type = syntax.child(c, KotlinNode.USER_TYPE);
          if (type >= 0) {
            types.add(type);
          }
        }
        default -> {}
      }
    }
    return types;
  }

  /** Binds the type parameters of a declaration and gives them to its entity. */
  void parameters(EntityDraft draft, int list, int constraints) {
    List<Integer> parameters =
        list < 0 ? List.of() : syntax.children(list, KotlinNode.TYPE_PARAMETER);
    for (int parameter : parameters) {
      int nameNode = syntax.child(parameter, KotlinNode.TYPE_IDENTIFIER);
      if (nameNode >= 0) {
        String name = context.name(nameNode);
        draft.typeParameter(name);
        int bound = context.type(syntax.nextSibling(nameNode));
        String written = bound < 0 ? constraint(constraints, name) : text(bound);
        context.walk().bindTypeParameter(name, syntax.start(parameter), written);
      }
    }
    for (int parameter : parameters) {
      int nameNode = syntax.child(parameter, KotlinNode.TYPE_IDENTIFIER);
      references(nameNode < 0 ? -1 : context.type(syntax.nextSibling(nameNode)));
    }
    if (constraints >= 0) {
      for (int c : syntax.children(constraints, KotlinNode.TYPE_CONSTRAINT)) {
        references(context.type(syntax.firstChild(c)));
      }
    }
  }

  private String constraint(int constraints, String name) {
    if (constraints >= 0) {
      for (int c : syntax.children(constraints, KotlinNode.TYPE_CONSTRAINT)) {
        if (context.name(syntax.child(c, KotlinNode.TYPE_IDENTIFIER)).equals(name)) {
          return text(context.type(syntax.firstChild(c)));
        }
      }
    }
    return "";
  }
}
