package dev.codegraph.parser.rust;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.walk.LexicalScope;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.Role;
import dev.codegraph.schemas.SupertypeRelation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** Types and paths: the references in them, and the type parameters that declarations bind. */
final class RustTypes {
  private final RustContext context;
  private final Syntax<RustNode> syntax;

  /** Walks an expression or macro inside a type. */
  private final IntConsumer expressions;

  RustTypes(RustContext context, IntConsumer expressions) {
    this.context = context;
    this.syntax = context.syntax();
    this.expressions = expressions;
  }

  /** A type as written, on one line. */
  String text(int node) {
    return syntax.normalText(node);
  }

  /** The name of a type as written, without what is pointed through and without arguments. */
  String baseText(int node) {
    return syntax.normalText(named(node));
  }

  /** The node of the name of a type: a plain one, a path, or anything that has no name. */
  int named(int start) {
    int node = start;
    while (true) {
      int inner =
          switch (syntax.kind(node)) {
            case GENERIC_TYPE, GENERIC_TYPE_WITH_TURBOFISH, REFERENCE_TYPE, POINTER_TYPE ->
                syntax.field(node, RustFields.TYPE);
            case FUNCTION_TYPE, DYNAMIC_TYPE -> syntax.field(node, RustFields.TRAIT);
            default -> -1;
          };
      if (inner < 0) {
        return node;
      }
      node = inner;
    }
  }

  /** The node of the last name of a type, or of the whole type when it has no name. */
  int lastName(int node) {
    int named = named(node);
    if (syntax.is(named, RustNode.SCOPED_TYPE_IDENTIFIER)
        || syntax.is(named, RustNode.SCOPED_IDENTIFIER)) {
      int name = syntax.field(named, RustFields.NAME);
      return name < 0 ? named : name;
    }
    return named;
  }

  /** The name of a node of {@link #lastName}. */
  String nameText(int node) {
    String text = syntax.normalText(node);
    return text.startsWith("r#") ? text.substring(2) : text;
  }

  void references(int node) {
    references(node, Role.TYPE);
  }

  /**
   * Makes the references of a type.
   *
   * @param asked Role of the type itself when it has a name; those inside it are always plain.
   */
  void references(int start, Role asked) {
    int node = start;
    Role role = asked;
    while (node >= 0) {
      switch (syntax.kind(node)) {
        case TYPE_IDENTIFIER -> {
          name(node, role);
          return;
        }
        case IDENTIFIER, SCOPED_IDENTIFIER, SCOPED_TYPE_IDENTIFIER -> {
          path(node, role, -1);
          return;
        }
        case GENERIC_TYPE, GENERIC_TYPE_WITH_TURBOFISH -> {
          arguments(syntax.field(node, RustFields.TYPE_ARGUMENTS));
          node = syntax.field(node, RustFields.TYPE);
        }
        case REFERENCE_TYPE, POINTER_TYPE, TYPE_BINDING, PARAMETER -> {
          children(syntax.field(node, RustFields.TYPE_ARGUMENTS));
          node = syntax.field(node, RustFields.TYPE);
          role = Role.TYPE;
        }
        case ARRAY_TYPE -> {
          int length = syntax.field(node, RustFields.LENGTH);
          if (length >= 0) {
            expressions.accept(length);
          }
          node = syntax.field(node, RustFields.ELEMENT);
          role = Role.TYPE;
        }
        case FUNCTION_TYPE -> {
          children(syntax.field(node, RustFields.PARAMETERS));
          references(syntax.field(node, RustFields.RETURN_TYPE));
          node = syntax.field(node, RustFields.TRAIT);
        }
        case TYPE_PARAMETERS,
            ATTRIBUTE_ITEM,
            LIFETIME,
            LABEL,
            PRIMITIVE_TYPE,
            NEVER_TYPE,
            UNIT_TYPE,
            METAVARIABLE -> {
          return;
        }
        case BLOCK, MACRO_INVOCATION, NEGATIVE_LITERAL -> {
          expressions.accept(node);
          return;
        }
        default -> {
          children(node);
          return;
        }
      }
    }
  }

  private void children(int node) {
    for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
      references(c);
    }
  }

  /** An argument that bounds follow is the name of an associated type, not a type. */
  private void arguments(int node) {
    for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
      boolean isAssociated =
          syntax.is(c, RustNode.TYPE_IDENTIFIER)
              && syntax.is(syntax.nextNamed(c), RustNode.TRAIT_BOUNDS);
      if (!isAssociated) {
        references(c);
      }
    }
  }

  private void name(int node, Role role) {
    String name = context.name(node);
    boolean isSelf = name.equals("Self") && role != Role.INSTANTIATE;
    if (!isSelf && !name.equals("_") && !context.isTypeParameter(name)) {
      context.walk().reference(role, name, node, -1, -1);
    }
  }

  /**
   * Makes the references of a path or a single name.
   *
   * @param role Role of its last name.
   * @return the expression of what stands before the last name, -1 for nothing
   */
  int path(int node, Role role, int argumentCount) {
    int receiver = -1;
    int nameNode = node;
    if (syntax.is(node, RustNode.SCOPED_IDENTIFIER)
        || syntax.is(node, RustNode.SCOPED_TYPE_IDENTIFIER)) {
      receiver = qualifier(node);
      nameNode = syntax.field(node, RustFields.NAME);
    } else if (context.isTypeParameter(context.name(node)) && role == Role.TYPE) {
      return -1;
    }
    if (nameNode >= 0) {
      context.walk().reference(role, context.name(nameNode), nameNode, receiver, argumentCount);
    }
    return receiver;
  }

  /** Makes the references of all but the last name of a path, as the receiver of that name. */
  int qualifier(int path) {
    List<Integer> names = new ArrayList<>(2);
    int node = syntax.field(path, RustFields.PATH);
    while (node >= 0) {
      switch (syntax.kind(node)) {
        case SCOPED_IDENTIFIER, SCOPED_TYPE_IDENTIFIER -> {
          names.add(syntax.field(node, RustFields.NAME));
          node = syntax.field(node, RustFields.PATH);
          if (node < 0) {
            return segments(names, context.root(""));
          }
        }
        case GENERIC_TYPE, GENERIC_TYPE_WITH_TURBOFISH -> {
          children(syntax.field(node, RustFields.TYPE_ARGUMENTS));
          node = syntax.field(node, RustFields.TYPE);
        }
        case IDENTIFIER, TYPE_IDENTIFIER -> {
          return segments(names, context.root(node, false));
        }
        case SELF, SUPER, CRATE, METAVARIABLE -> {
          return segments(names, context.root(node, true));
        }
        default -> {
          references(node);
          return segments(names, context.root(syntax.normalText(node)));
        }
      }
    }
    return segments(names, context.root(""));
  }

  private int segments(List<Integer> outermostFirst, int root) {
    int receiver = root;
    for (int i = outermostFirst.size() - 1; i >= 0; i--) {
      if (outermostFirst.get(i) >= 0) {
        receiver = context.segment(outermostFirst.get(i), receiver);
      }
    }
    return receiver;
  }

  /** Makes references of the bounds of a trait, which are its bases. */
  void bases(EntityDraft trait, int bounds) {
    for (int c = syntax.firstNamed(bounds); c >= 0; c = syntax.nextNamed(c)) {
      switch (syntax.kind(c)) {
        case LIFETIME -> {}
        case REMOVED_TRAIT_BOUND -> references(c);
        default -> {
          trait.supertype(baseText(c), SupertypeRelation.EXTENDS);
          references(c, Role.EXTEND);
        }
      }
    }
  }

  /** Binds the type parameters of a declaration, and makes the references of their bounds. */
  void parameters(EntityDraft draft, int node) {
    int list = syntax.field(node, RustFields.TYPE_PARAMETERS);
    for (int c = syntax.firstNamed(list); c >= 0; c = syntax.nextNamed(c)) {
      int nameNode = syntax.field(c, RustFields.NAME);
      String name = context.name(nameNode);
      if (nameNode < 0 || syntax.is(c, RustNode.LIFETIME_PARAMETER)) {
        continue;
      }
      draft.typeParameter(name);
      if (syntax.is(c, RustNode.CONST_PARAMETER)) {
        String type = text(syntax.field(c, RustFields.TYPE));
        context.walk().bind(name, BindingKind.PARAMETER, syntax.start(list), type, -1);
        context.walk().scope().bind(name, LexicalScope.Meaning.TYPE_PARAMETER);
      } else {
        String bound = text(syntax.field(c, RustFields.BOUNDS));
        String type = bound.startsWith(":") ? bound.substring(1).strip() : bound;
        context.walk().bindTypeParameter(name, syntax.start(list), type);
      }
    }
    for (int c = syntax.firstNamed(list); c >= 0; c = syntax.nextNamed(c)) {
      for (int part = syntax.firstNamed(c); part >= 0; part = syntax.nextNamed(part)) {
        if (part != syntax.field(c, RustFields.NAME)) {
          argument(c, part);
        }
      }
    }
    references(syntax.child(node, RustNode.WHERE_CLAUSE));
  }

  private void argument(int parameter, int part) {
    boolean isValue =
        syntax.is(parameter, RustNode.CONST_PARAMETER)
            && part == syntax.field(parameter, RustFields.VALUE);
    if (isValue) {
      expressions.accept(part);
    } else {
      references(part);
    }
  }
}
