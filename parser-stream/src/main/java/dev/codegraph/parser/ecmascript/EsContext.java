package dev.codegraph.parser.ecmascript;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.FactsBuilder;
import dev.codegraph.parser.syntax.SyntaxTree;
import dev.codegraph.schemas.Role;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the walk is and what it has learned: the place (scope, owner, {@code this}, function) and
 * what earlier nodes have said about nodes that are still to come.
 */
final class EsContext {
  private static final int SKIP = 0xFF;

  final EsSyntax syntax;
  final SyntaxTree tree;
  final FactsBuilder facts;
  final EsScopes scopes;
  final EsExpressions expressions;
  final EsEntities entities;
  final EsModules modules;

  /** Innermost scope. */
  EsScope scope;

  /** Innermost entity whose code this is. */
  int owner;

  /** What {@code this} is, as in {@link EcmaScriptIndexer}; empty when a caller decides. */
  String self = "";

  /** Innermost function, entity or lambda; null at the top level. */
  @Nullable Function function;

  /** Depth of control structures within the callable that counts complexity. */
  int nesting;

  /** Per node: role plus one, and argument count plus one above it; 0 where nothing was said. */
  private final int[] marks;

  /** Entities that were made before the walk reaches the node of their code. */
  final Map<Integer, EntityDraft> prepared = new HashMap<>();

  /** Object literals and type bodies whose members are entities, with the entity they are of. */
  final Map<Integer, Integer> bodies = new HashMap<>();

  /** A function while its body is walked. */
  static final class Function {
    /** The entity; null for a lambda. */
    final @Nullable EntityDraft entity;

    /** What counts for it; that of the function around for a lambda; null at the top level. */
    final @Nullable EsComplexity complexity;

    private int returns;
    private int returned = -1;

    Function(@Nullable EntityDraft entity, @Nullable EsComplexity complexity) {
      this.entity = entity;
      this.complexity = complexity;
    }

    /** It returns this expression. */
    void returns(int expression) {
      returns++;
      returned = expression;
    }

    /** The one expression that it returns; -1 when there are several or none. */
    int onlyReturned() {
      return returns == 1 ? returned : -1;
    }
  }

  EsContext(EsSyntax syntax, FactsBuilder facts) {
    this.syntax = syntax;
    this.tree = syntax.tree;
    this.facts = facts;
    this.scopes = new EsScopes(syntax);
    this.expressions = new EsExpressions(syntax, facts, () -> self);
    this.entities = new EsEntities(syntax, facts);
    this.modules = new EsModules(syntax, facts);
    this.marks = new int[tree.nodeCount()];
    this.scope = Objects.requireNonNull(scopes.opened(0));
  }

  /** Says what a node still to come refers for. */
  void mark(int node, Role role, int argumentCount) {
    if (node >= 0 && marks[node] == 0) {
      marks[node] = role.ordinal() + 1 | argumentCount + 1 << 8;
    }
  }

  /** Says that a node still to come is no reference. */
  void skip(int node) {
    if (node >= 0) {
      marks[node] = SKIP;
    }
  }

  /** Says that no node under this one is a reference. */
  void skipAll(int node) {
    for (int n = node; node >= 0 && n < tree.subtreeEnd(node); n++) {
      marks[n] = SKIP;
    }
  }

  boolean isSkipped(int node) {
    return marks[node] == SKIP || scopes.declares(node);
  }

  boolean isMarked(int node) {
    return marks[node] != 0;
  }

  /** What was said about a node, or else READ. */
  Role role(int node) {
    int role = marks[node] & 0xFF;
    return role == 0 || role == SKIP ? Role.READ : ROLES[role - 1];
  }

  /** The arguments that were said with the role. */
  int argumentCount(int node) {
    return marks[node] == SKIP ? -1 : (marks[node] >>> 8) - 1;
  }

  private static final Role[] ROLES = Role.values();

  void reference(Role role, String name, int nameNode, int receiver, int argumentCount) {
    facts.reference(role, name, nameNode, owner, receiver, argumentCount);
  }
}
