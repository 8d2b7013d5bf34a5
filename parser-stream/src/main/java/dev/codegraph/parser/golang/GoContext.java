package dev.codegraph.parser.golang;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.FactsBuilder;
import dev.codegraph.parser.walk.Complexity;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.Role;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Where the walk over one file stands: the entity whose code it is in, and what is bound there. */
final class GoContext {
  private final GoSyntax syntax;
  private final FactsBuilder facts;
  private final Set<String> importNames = new HashSet<>();
  private final Map<String, Integer> typesOfFile = new HashMap<>();
  private final GoComments comments;
  private GoScope scope;
  private int owner;
  private Complexity complexity = new Complexity();

  GoContext(GoSyntax syntax, FactsBuilder facts) {
    this.syntax = syntax;
    this.facts = facts;
    this.comments = new GoComments(syntax.source(), facts);
    this.scope = new GoScope(null, syntax.end(syntax.root()));
  }

  GoSyntax syntax() {
    return syntax;
  }

  FactsBuilder facts() {
    return facts;
  }

  /** Index of the entity whose code is being walked. */
  int owner() {
    return owner;
  }

  GoScope scope() {
    return scope;
  }

  /** Counters of the callable whose code is being walked. */
  Complexity complexity() {
    return complexity;
  }

  void addImportName(String name) {
    importNames.add(name);
  }

  /** Notes the type node of a type that the file declares at its top level. */
  void addTypeOfFile(String name, int typeNode) {
    typesOfFile.putIfAbsent(name, typeNode);
  }

  /** The node of what a top-level type of this file is, or -1. */
  int typeOfFile(String name) {
    return typesOfFile.getOrDefault(name, -1);
  }

  boolean isLocal(String name) {
    return scope.meaning(name) != GoScope.UNBOUND;
  }

  /** Whether a name before a dot is the name of an imported package. */
  boolean isPackage(String name) {
    return importNames.contains(name) && !isLocal(name);
  }

  /** Walks something inside a block of its own that ends where the node ends. */
  void inBlock(int node, Runnable walk) {
    GoScope outer = scope;
    scope = new GoScope(outer, syntax.end(node));
    walk.run();
    scope = outer;
  }

  /** Walks something as the code of an entity. */
  void inEntity(int entity, Runnable walk) {
    int outer = owner;
    owner = entity;
    walk.run();
    owner = outer;
  }

  /** Walks the code of an entity in a block of its own that ends where the node ends. */
  void inBody(int entity, int node, Runnable walk) {
    inEntity(entity, () -> inBlock(node, walk));
  }

  /** Walks the code of a callable in a block of its own and gives it its complexity. */
  void inCallable(int entity, int node, Runnable walk) {
    Complexity outer = complexity;
    complexity = new Complexity();
    inBody(entity, node, walk);
    facts.entity(entity).complexity(complexity.cyclomatic(), complexity.cognitive());
    complexity = outer;
  }

  /** Binds a value from an offset to the end of the block; the blank name binds nothing. */
  void bind(String name, BindingKind kind, int from, String type, int initializer) {
    if (!name.equals("_")) {
      scope.bind(name, GoScope.VALUE);
      facts.binding(name, kind, owner, from, scope.end(), type, initializer);
    }
  }

  /** Binds a type parameter; its declared type is the word type and its constraint. */
  void bindTypeParameter(String name, int from, String constraint) {
    if (!name.equals("_")) {
      scope.bind(name, GoScope.TYPE_PARAMETER);
      String type = constraint.isEmpty() ? "type" : "type " + constraint;
      facts.binding(name, BindingKind.PARAMETER, owner, from, scope.end(), type, -1);
    }
  }

  /** Binds a type that is declared inside a function; its declared type is the word type. */
  void bindLocalType(String name, int from) {
    if (!name.equals("_")) {
      scope.bind(name, GoScope.LOCAL_TYPE);
      facts.binding(name, BindingKind.LOCAL, owner, from, scope.end(), "type", -1);
    }
  }

  /**
   * The expression for a name before a dot of a type. The name is a reference only where it is not
   * plainly that of an imported package.
   */
  int packageReceiver(int node) {
    String name = syntax.text(node);
    if (!isLocal(name) && !importNames.contains(name)) {
      reference(Role.READ, name, node, -1, -1);
    }
    return facts.expression(ExpressionKind.NAME, name, -1, -1);
  }

  /**
   * Adds the entity of a declaration: its documentation is the comment above or, failing that, the
   * one behind it; it reaches from the keyword to the end unless it stands in a group.
   */
  EntityDraft declare(EntityKind kind, int nameNode, int node, int parent) {
    int whole = whole(node);
    String above = startsLine(whole) ? comments.above(syntax.start(whole)) : "";
    EntityDraft draft =
        facts
            .entity(kind, syntax.text(nameNode), nameNode, whole, parent)
            .signature(syntax.beginning(node));
    GoCallables.document(draft, above.isEmpty() ? comments.after(syntax.end(node)) : above);
    GoCallables.visibility(draft);
    return draft;
  }

  /** Whether nothing stands before a node on its line, so that the comment above is about it. */
  private boolean startsLine(int node) {
    for (int i = syntax.start(node) - 1; i >= 0; i--) {
      byte before = syntax.source()[i];
      if (before == '\n') {
        return true;
      }
      if (before != ' ' && before != '\t') {
        return false;
      }
    }
    return true;
  }

  private int whole(int node) {
    int declaration = syntax.parent(node);
    return switch (syntax.kind(declaration)) {
      case TYPE_DECLARATION, CONST_DECLARATION, VAR_DECLARATION ->
          syntax.nextSibling(syntax.firstChild(declaration)) == node ? declaration : node;
      default -> node;
    };
  }

  /** Adds a reference; a missing name or a keyword, as in broken code, is none. */
  void reference(Role role, String name, int node, int receiver, int argumentCount) {
    if (name.isEmpty() || GoSyntax.isKeyword(name)) {
      return;
    }
    facts.reference(role, name, node, owner, receiver, argumentCount);
  }
}
