package dev.codegraph.parser.walk;

import dev.codegraph.parser.FactsBuilder;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.Role;

/**
 * Where the walk over one content stands: the entity whose code it is in, what is bound there, and
 * how complex the callable has become. What it is told goes to the facts.
 */
public final class WalkContext {
  private final FactsBuilder facts;
  private LexicalScope scope;
  private int owner;
  private Complexity complexity = new Complexity();

  /**
   * At the top of a content.
   *
   * @param end Number of bytes of the content.
   */
  public WalkContext(FactsBuilder facts, int end) {
    this.facts = facts;
    this.scope = new LexicalScope(null, end);
  }

  /** The facts. */
  public FactsBuilder facts() {
    return facts;
  }

  /** Index of the entity whose code is being walked. */
  public int owner() {
    return owner;
  }

  /** The innermost block. */
  public LexicalScope scope() {
    return scope;
  }

  /** Counters of the callable whose code is being walked. */
  public Complexity complexity() {
    return complexity;
  }

  /** Whether a parameter, a local or a type parameter has this name here. */
  public boolean isLocal(String name) {
    LexicalScope.Meaning meaning = scope.meaning(name);
    return meaning != null && meaning != LexicalScope.Meaning.MEMBER;
  }

  /** Walks something inside a block of its own that ends at a byte offset. */
  public void inBlock(int end, Runnable walk) {
    LexicalScope outer = scope;
    scope = new LexicalScope(outer, end);
    walk.run();
    scope = outer;
  }

  /** Walks something that sees nothing of the blocks around it, such as an item of Rust. */
  public void inOwnScope(int end, Runnable walk) {
    LexicalScope outer = scope;
    scope = new LexicalScope(null, end);
    walk.run();
    scope = outer;
  }

  /** Walks something as the code of an entity. */
  public void inEntity(int entity, Runnable walk) {
    int outer = owner;
    owner = entity;
    walk.run();
    owner = outer;
  }

  /** Walks the code of an entity in a block of its own, such as the members of a class. */
  public void inBody(int entity, int end, Runnable walk) {
    inEntity(entity, () -> inBlock(end, walk));
  }

  /** Walks the code of a callable in a block of its own and gives it its complexity. */
  public void inCallable(int entity, int end, Runnable walk) {
    Complexity outer = complexity;
    complexity = new Complexity();
    inBody(entity, end, walk);
    facts.entity(entity).complexity(complexity.cyclomatic(), complexity.cognitive());
    complexity = outer;
  }

  /**
   * Binds a value from an offset to the end of the block.
   *
   * @param type Declared type as written; empty when there is none.
   * @param initializer Expression index of its value, -1 for none.
   */
  public void bind(String name, BindingKind kind, int from, String type, int initializer) {
    if (!name.isEmpty()) {
      scope.bind(name, LexicalScope.Meaning.VALUE);
      facts.binding(name, kind, owner, from, scope.end(), type, initializer);
    }
  }

  /** Binds a type parameter; its declared type is the word type and its bound. */
  public void bindTypeParameter(String name, int from, String bound) {
    bindType(name, from, LexicalScope.Meaning.TYPE_PARAMETER, BindingKind.PARAMETER, bound);
  }

  /** Binds a type that is declared inside a block; its declared type is the word type. */
  public void bindLocalType(String name, int from) {
    bindType(name, from, LexicalScope.Meaning.LOCAL_TYPE, BindingKind.LOCAL, "");
  }

  private void bindType(
      String name, int from, LexicalScope.Meaning meaning, BindingKind kind, String bound) {
    if (!name.isEmpty()) {
      scope.bind(name, meaning);
      String type = bound.isEmpty() ? "type" : "type " + bound;
      facts.binding(name, kind, owner, from, scope.end(), type, -1);
    }
  }

  /** Adds a reference of the current entity; a name that is missing in broken code is none. */
  public void reference(Role role, String name, int node, int receiver, int argumentCount) {
    if (!name.isEmpty()) {
      facts.reference(role, name, node, owner, receiver, argumentCount);
    }
  }

  /** The index of an expression. */
  public int expression(ExpressionKind kind, String text, int base, int argumentCount) {
    return facts.expression(kind, text, base, argumentCount);
  }
}
