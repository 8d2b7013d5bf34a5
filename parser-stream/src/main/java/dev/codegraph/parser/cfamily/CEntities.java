package dev.codegraph.parser.cfamily;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.Modifier;
import dev.codegraph.schemas.Role;
import dev.codegraph.schemas.SupertypeRelation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What all entities have in common, and those that are types. */
final class CEntities {
  static final String ANONYMOUS = "<anonymous>";

  private final CWalk walk;
  private final CSyntax syntax;
  private @Nullable Modifier access;
  private int anonymousNamespaces;

  CEntities(CWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  /** Whether what is declared here is a member of a type. */
  boolean isInType() {
    return owner().kind().isType();
  }

  /** Whether what is declared here lies in the code of a callable. */
  boolean isInCode() {
    return owner().kind().isCallable();
  }

  private EntityDraft owner() {
    return walk.context().facts().entity(walk.context().owner());
  }

  /** Sets the visibility of the members that follow. */
  void access(int specifier) {
    String text = syntax.text(specifier);
    access =
        text.startsWith("public")
            ? Modifier.PUBLIC
            : text.startsWith("protected") ? Modifier.PROTECTED : Modifier.PRIVATE;
  }

  /** Walks the inside of a namespace without a name: nothing in it is seen from outside. */
  void inAnonymousNamespace(Runnable inside) {
    anonymousNamespaces++;
    inside.run();
    anonymousNamespaces--;
  }

  /**
   * Adds an entity.
   *
   * @param nameNode Node of its name; for one without a name the node itself.
   * @param node Node of the whole declaration, but for a template around it.
   */
  EntityDraft add(EntityKind kind, String name, int nameNode, int node, CHead head, int parent) {
    int start = syntax.start(head.template() < 0 ? node : head.template());
    int end = endOfCode(syntax.end(node));
    EntityDraft draft =
        walk.context().facts().entity(kind, name, syntax.start(nameNode), start, end, parent);
    walk.comments().document(draft, start, end);
    parameters(draft, head.parameters());
    if (isInType() && access != null && kind != EntityKind.ENUM_MEMBER) {
      draft.modifier(access);
    }
    return draft;
  }

  /** The text of a declaration without the semicolon, or the equals sign before a long value. */
  String head(int start, int end) {
    String text = syntax.signature(start, end).strip();
    while (text.endsWith(";") || text.endsWith("=")) {
      text = text.substring(0, text.length() - 1).strip();
    }
    return text;
  }

  /** A macro takes the end of its line along. */
  private int endOfCode(int end) {
    int last = end;
    while (last > 0 && (syntax.source()[last - 1] == '\n' || syntax.source()[last - 1] == '\r')) {
      last--;
    }
    return last;
  }

  /** Gives an entity its template parameters, as names and as bindings. */
  void parameters(EntityDraft draft, List<CHead.Parameter> parameters) {
    for (CHead.Parameter parameter : parameters) {
      draft.typeParameter(parameter.name());
      walk.context()
          .facts()
          .binding(
              parameter.name(),
              BindingKind.PARAMETER,
              draft.index(),
              parameter.from(),
              parameter.end(),
              parameter.type(),
              -1);
    }
  }

  /** Says who sees a function or variable that is no member. */
  void linkage(EntityDraft draft) {
    if (isInType() || isInCode() || draft.has(Modifier.PUBLIC)) {
      return;
    }
    boolean isInternal = draft.has(Modifier.STATIC) || anonymousNamespaces > 0;
    draft.modifier(isInternal ? Modifier.INTERNAL : Modifier.PUBLIC);
  }

  /**
   * The namespace or type that a qualified name puts its entity in; where it stands when the file
   * does not declare that.
   */
  int home(CName name) {
    int owner = walk.context().owner();
    int found = name.qualifier().isEmpty() ? owner : walk.names().find(name.qualifier(), owner);
    return found < 0 ? owner : found;
  }

  /** Binds the type that a qualified name says its entity belongs to, if it lies elsewhere. */
  void bindHome(EntityDraft draft, CName name) {
    boolean isElsewhere =
        !name.qualifier().isEmpty()
            && walk.names().find(name.qualifier(), walk.context().owner()) < 0;
    if (isElsewhere) {
      walk.context()
          .facts()
          .binding(
              "",
              BindingKind.RECEIVER,
              draft.index(),
              draft.startByte(),
              draft.endByte(),
              String.join("::", name.qualifier()),
              -1);
    }
  }

  /** The references of the scopes before a declared name; the last one is most often a type. */
  void scopeReferences(int nameNode) {
    int receiver = -1;
    int node = nameNode;
    while (syntax.is(node, CNode.QUALIFIED_IDENTIFIER)) {
      int next = syntax.field(node, CField.NAME);
      boolean isLast = !syntax.is(next, CNode.QUALIFIED_IDENTIFIER);
      Role role = isLast && !isNamespace(nameNode) ? Role.TYPE : Role.READ;
      receiver = walk.types().scope(syntax.field(node, CField.SCOPE), receiver, role);
      node = next;
    }
    walk.types().arguments(node);
  }

  private boolean isNamespace(int nameNode) {
    CName name = CName.of(syntax, walk.types(), nameNode);
    EntityDraft owner = owner();
    int outside = owner.kind().isCallable() && owner.parent() >= 0 ? owner.parent() : owner.index();
    int found = walk.names().find(name.qualifier(), outside);
    return found >= 0 && walk.context().facts().entity(found).kind() == EntityKind.NAMESPACE;
  }

  /**
   * Adds a class, struct, union or enum that has a body.
   *
   * @param alias Name that a typedef gives to one without a name; -1 for none.
   */
  void type(int node, CHead head, int alias) {
    int named = syntax.field(node, CField.NAME);
    int body = syntax.field(node, CField.BODY);
    int nameNode = named < 0 ? alias : named;
    CName name =
        nameNode < 0
            ? new CName(List.of(), node, ANONYMOUS)
            : CName.of(syntax, walk.types(), nameNode);
    int whole = alias < 0 ? node : syntax.parent(node);
    int parent = home(name);
    EntityDraft draft = add(kindOf(node), name.text(), name.node(), whole, head, parent);
    draft.signature(syntax.signature(draft.startByte(), syntax.start(body)));
    walk.names().scope(draft.index(), parent, nameNode < 0 ? "" : name.text());
    if (isInCode() && nameNode >= 0) {
      walk.context().bindLocalType(name.text(), syntax.start(name.node()));
    }
    Modifier outer = access;
    access = syntax.is(node, CNode.CLASS_SPECIFIER) ? Modifier.PRIVATE : Modifier.PUBLIC;
    walk.context()
        .inBody(
            draft.index(),
            syntax.end(node),
            () -> {
              scopeReferences(named);
              header(draft, node);
              walk.declarations().all(body);
            });
    access = outer;
  }

  /** Adds a type or namespace whose end is lost, and walks what is left of its inside. */
  void open(EntityKind kind, int nameNode, int keyword, int end, int bases, Runnable inside) {
    String name = syntax.text(nameNode);
    int start = syntax.start(keyword);
    int parent = walk.context().owner();
    EntityDraft draft =
        walk.context()
            .facts()
            .entity(kind, name, syntax.start(nameNode), start, end, parent)
            .signature(syntax.signature(start, syntax.end(nameNode)));
    walk.comments().document(draft, start, end);
    walk.names().scope(draft.index(), parent, name);
    Modifier outer = access;
    access = kind == EntityKind.CLASS ? Modifier.PRIVATE : Modifier.PUBLIC;
    walk.context()
        .inEntity(
            draft.index(),
            () -> {
              if (bases >= 0) {
                bases(draft, bases);
              }
              inside.run();
            });
    access = outer;
  }

  private EntityKind kindOf(int node) {
    return switch (syntax.kind(node)) {
      case CLASS_SPECIFIER -> EntityKind.CLASS;
      case UNION_SPECIFIER -> EntityKind.UNION;
      case ENUM_SPECIFIER -> EntityKind.ENUM;
      default -> EntityKind.STRUCT;
    };
  }

  private void header(EntityDraft draft, int node) {
    for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
      switch (syntax.kind(c)) {
        case BASE_CLASS_CLAUSE -> bases(draft, c);
        case VIRTUAL_SPECIFIER -> draft.modifier(Modifier.FINAL);
        case ATTRIBUTE_DECLARATION, ATTRIBUTE_SPECIFIER, MS_DECLSPEC_MODIFIER -> {
          walk.modifiers().deprecation(draft, c);
          walk.modifiers().references(c);
        }
        default -> {
          if (syntax.hasField(c, CField.BASE)) {
            draft.declaredType(walk.types().specifier(c));
            walk.types().references(c, Role.TYPE);
          }
        }
      }
    }
  }

  private void bases(EntityDraft draft, int clause) {
    for (int c = syntax.firstNamed(clause); c >= 0; c = syntax.nextNamed(c)) {
      switch (syntax.kind(c)) {
        case TYPE_IDENTIFIER, QUALIFIED_IDENTIFIER, TEMPLATE_TYPE -> {
          CName name = CName.of(syntax, walk.types(), c);
          StringBuilder base = new StringBuilder();
          name.qualifier().forEach(scope -> base.append(scope).append('.'));
          draft.supertype(base.append(name.text()).toString(), SupertypeRelation.EXTENDS);
          walk.types().references(c, Role.EXTEND);
        }
        default -> {}
      }
    }
  }

  /** Adds a member of an enum. */
  void enumerator(int node) {
    int nameNode = syntax.field(node, CField.NAME);
    if (nameNode < 0) {
      return;
    }
    EntityDraft draft =
        add(
                EntityKind.ENUM_MEMBER,
                syntax.text(nameNode),
                nameNode,
                node,
                CHead.NONE,
                walk.context().owner())
            .signature(syntax.signature(syntax.start(node), syntax.end(node)));
    walk.context()
        .inEntity(
            draft.index(),
            () -> {
              walk.modifiers().references(syntax.child(node, CNode.ATTRIBUTE_DECLARATION));
              int value = syntax.field(node, CField.VALUE);
              if (value >= 0) {
                walk.expressions().value(value, false);
              }
            });
  }
}
