package dev.codegraph.parser.java;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.FactsBuilder;
import dev.codegraph.parser.syntax.SyntaxTree;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.Modifier;
import dev.codegraph.schemas.Role;
import dev.codegraph.schemas.SupertypeRelation;

/** Types, local and anonymous ones included: their bases, and which members their bodies have. */
final class JavaTypeDeclarations {

  private final JavaWalk walk;
  private final JavaContext context;
  private final SyntaxTree tree;
  private final FactsBuilder facts;

  JavaTypeDeclarations(JavaWalk walk) {
    this.walk = walk;
    this.context = walk.context();
    this.tree = context.tree();
    this.facts = context.facts();
  }

  private void type(int node, int parent, boolean inInterface) {
    int name = context.child(node, JavaContext.NAME);
    if (name < 0) {
      walk.code().children(node, parent);
      return;
    }
    EntityKind kind =
        switch (context.kind(node)) {
          case INTERFACE_DECLARATION -> EntityKind.INTERFACE;
          case ENUM_DECLARATION -> EntityKind.ENUM;
          case RECORD_DECLARATION -> EntityKind.RECORD;
          case ANNOTATION_TYPE_DECLARATION -> EntityKind.ANNOTATION;
          default -> EntityKind.CLASS;
        };
    EntityDraft type = facts.entity(kind, context.text(name), name, node, parent);
    int body = context.child(node, JavaContext.BODY);
    walk.heads().describe(type, node, body);
    if (inInterface) {
      type.modifier(Modifier.PUBLIC).modifier(Modifier.STATIC);
    }
    context.push(tree.endByte(node));
    walk.heads().modifiers(type, node, inInterface);
    walk.heads().typeParameters(type, node);
    supertypes(type, node);
    if (kind == EntityKind.RECORD) {
      walk.fields().components(type, context.child(node, JavaContext.PARAMETERS));
    }
    body(type, body);
    context.pop();
  }

  /** A type declared inside code. */
  void localType(int node, int owner) {
    type(node, owner, false);
  }

  /** A class without a name, made where it is declared. */
  void anonymous(int node, int typeNode, int body, int owner) {
    EntityDraft type =
        facts.entity(
            EntityKind.CLASS,
            "<anonymous>",
            tree.startByte(typeNode < 0 ? body : typeNode),
            tree.startByte(node),
            tree.endByte(node),
            owner);
    type.signature("new " + context.normal(typeNode) + "() {}");
    if (typeNode >= 0) {
      base(type, typeNode);
      type.supertype(bare(typeNode), SupertypeRelation.EXTENDS);
    }
    context.push(tree.endByte(node));
    body(type, body);
    context.pop();
  }

  private void supertypes(EntityDraft draft, int node) {
    for (int c = tree.firstChild(node); c >= 0; c = tree.nextSibling(c)) {
      switch (context.kind(c)) {
        case SUPERCLASS, EXTENDS_INTERFACES ->
            bases(draft, c, Role.EXTEND, SupertypeRelation.EXTENDS);
        case SUPER_INTERFACES -> bases(draft, c, Role.IMPLEMENT, SupertypeRelation.IMPLEMENTS);
        case PERMITS -> walk.types().references(c, draft.index(), Role.TYPE);
        default -> {
          // Not about bases.
        }
      }
    }
  }

  private void bases(EntityDraft draft, int node, Role role, SupertypeRelation relation) {
    for (int c = tree.firstChild(node); c >= 0; c = tree.nextSibling(c)) {
      if (context.is(c, JavaNode.TYPE_LIST)) {
        bases(draft, c, role, relation);
      } else if (tree.isNamed(c)) {
        base(draft, c);
        draft.supertype(bare(c), relation);
        walk.types().references(c, draft.index(), role);
      }
    }
  }

  /**
   * Keeps the type arguments of a base, which the supertypes leave out, in the attribute {@code
   * base:<entity>:<place>}.
   */
  private void base(EntityDraft draft, int node) {
    String written = context.normal(node);
    if (written.indexOf('<') >= 0) {
      facts.attribute("base:" + draft.index() + ":" + draft.supertypeCount(), written);
    }
  }

  /** A type without its arguments and annotations, dotted when qualified. */
  private String bare(int node) {
    String text = context.normal(node);
    StringBuilder bare = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char ch = text.charAt(i);
      if (ch == '<') {
        depth++;
      } else if (ch == '>') {
        depth--;
      } else if (depth == 0 && ch != ' ') {
        bare.append(ch);
      }
    }
    return bare.toString();
  }

  /** Walks the members in the body of a type or of a constant. */
  void body(EntityDraft type, int body) {
    if (body < 0) {
      return;
    }
    boolean inInterface =
        type.kind() == EntityKind.INTERFACE || type.kind() == EntityKind.ANNOTATION;
    walk.fields().announceFields(body);
    members(type, body, inInterface);
  }

  private void members(EntityDraft type, int body, boolean inInterface) {
    for (int c = tree.firstChild(body); c >= 0; c = tree.nextSibling(c)) {
      member(type, c, inInterface);
    }
  }

  /** Walks what stands in the body of a type. */
  void member(EntityDraft type, int c, boolean inInterface) {
    switch (context.kind(c)) {
      case ERROR -> walk.recovery().error(c, type.index());
      case FIELD_DECLARATION, CONSTANT_DECLARATION ->
          walk.fields().field(c, type.index(), inInterface);
      case METHOD_DECLARATION, ANNOTATION_TYPE_ELEMENT_DECLARATION ->
          walk.callables().method(c, type.index(), inInterface);
      case CONSTRUCTOR_DECLARATION, COMPACT_CONSTRUCTOR_DECLARATION ->
          walk.callables().constructor(c, type);
      case CLASS_DECLARATION,
          INTERFACE_DECLARATION,
          ENUM_DECLARATION,
          RECORD_DECLARATION,
          ANNOTATION_TYPE_DECLARATION ->
          type(c, type.index(), inInterface);
      case ENUM_CONSTANT -> walk.fields().enumConstant(c, type);
      case ENUM_BODY_DECLARATIONS -> members(type, c, false);
      default -> {
        if (tree.isNamed(c)) {
          walk.code().visit(c, type.index());
        }
      }
    }
  }
}
