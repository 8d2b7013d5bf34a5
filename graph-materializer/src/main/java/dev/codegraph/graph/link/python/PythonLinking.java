package dev.codegraph.graph.link.python;

import dev.codegraph.graph.link.LocalBindings;
import dev.codegraph.graph.link.Outcomes;
import dev.codegraph.graph.link.ProjectView;
import dev.codegraph.graph.link.Reason;
import dev.codegraph.graph.link.Rule;
import dev.codegraph.graph.link.SourceFile;
import dev.codegraph.graph.link.Symbol;
import dev.codegraph.schemas.Binding;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.EntityFact;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.Expression;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.FileFacts;
import dev.codegraph.schemas.ImportFact;
import dev.codegraph.schemas.Modifier;
import dev.codegraph.schemas.ReferenceFact;
import dev.codegraph.schemas.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The linking of one file. */
final class PythonLinking {
  /** How deep values of locals may hang on values of other locals. */
  private static final int MAX_DEPTH = 32;

  /** Decorators that complete a property: their receiver is the property, not its value. */
  private static final Set<String> ACCESSORS = Set.of("setter", "getter", "deleter");

  private final SourceFile file;
  private final FileFacts facts;
  private final Outcomes outcomes;
  private final PythonDeclarer declarer;
  private final PythonProject project;
  private final PythonTypes types;
  private final LocalBindings bindings;
  private final Map<String, Integer> entityOf = new HashMap<>();

  /** Definitions inside functions, by enclosing entity and name. */
  private final Map<Integer, Map<String, List<Integer>>> nested = new HashMap<>();

  /** Imports inside functions and classes, by enclosing entity and name. */
  private final Map<Integer, Map<String, List<ImportFact>>> imports = new HashMap<>();

  /** First byte of the body of a function, by entity; where unknown, the name. */
  private final int[] bodyStart;

  /** Start of the first binding of an entity: where its local names begin to be visible. */
  private final int[] localStart;

  private final Map<Long, Value> values = new HashMap<>();
  private final Map<Integer, Value> bound = new HashMap<>();
  private final Set<Integer> running = new HashSet<>();

  PythonLinking(SourceFile file, ProjectView view, Outcomes outcomes) {
    this.file = file;
    this.facts = file.facts();
    this.outcomes = outcomes;
    this.declarer = new PythonDeclarer(file);
    this.project = new PythonProject(file, view, declarer);
    this.types = new PythonTypes(project);
    this.bindings = new LocalBindings(facts);
    List<EntityFact> entities = facts.entities();
    this.bodyStart = new int[entities.size()];
    this.localStart = new int[entities.size()];
    java.util.Arrays.fill(localStart, Integer.MAX_VALUE);
    for (int i = 0; i < entities.size(); i++) {
      EntityFact entity = entities.get(i);
      bodyStart[i] = entity.nameStart();
      entityOf.put(file.localId(i), i);
      if (entity.parent() > 0 && entities.get(entity.parent()).kind().isCallable()) {
        nested
            .computeIfAbsent(entity.parent(), p -> new HashMap<>())
            .computeIfAbsent(entity.name(), n -> new ArrayList<>())
            .add(i);
      }
    }
    for (Binding binding : facts.bindings()) {
      localStart[binding.owner()] = Math.min(localStart[binding.owner()], binding.start());
      boolean isParameter =
          binding.kind() == BindingKind.PARAMETER || binding.kind() == BindingKind.RECEIVER;
      if (isParameter && bodyStart[binding.owner()] == entities.get(binding.owner()).nameStart()) {
        bodyStart[binding.owner()] = binding.start();
      }
    }
    for (ImportFact fact : facts.imports()) {
      if (fact.owner() > 0) {
        imports
            .computeIfAbsent(fact.owner(), o -> new HashMap<>())
            .computeIfAbsent(PythonDeclarer.nameHere(fact), n -> new ArrayList<>())
            .add(fact);
      }
    }
  }

  void link() {
    List<ReferenceFact> references = facts.references();
    for (int i = 0; i < references.size(); i++) {
      ReferenceFact reference = references.get(i);
      report(i, reference, find(reference));
    }
  }

  private Found find(ReferenceFact reference) {
    if (reference.role() == Role.IMPORT) {
      return imported(facts.imports().get(reference.importIndex()));
    }
    int receiver = reference.receiver();
    if (receiver < 0) {
      return bare(reference.name(), reference.owner(), reference.start(), reference.role());
    }
    Expression expression = facts.expressions().get(receiver);
    if (reference.role() == Role.ANNOTATE && ACCESSORS.contains(reference.name())) {
      return Found.external("builtins#property." + reference.name(), Rule.BUILTIN);
    }
    if (expression.kind() == ExpressionKind.SUPER) {
      int type = typeAround(reference.owner());
      return type < 0
          ? Found.none(Reason.NOT_VISIBLE)
          : types.inBases(file.path(), file.localId(type), reference.name());
    }
    Value value = value(receiver, reference.owner(), reference.start());
    Found found = types.find(value, reference.name());
    if (found.rule() != Rule.TYPE_MEMBER && found.rule() != Rule.INHERITED_MEMBER) {
      return found;
    }
    return found.by(rule(expression, value, found, reference));
  }

  private Rule rule(Expression receiver, Value value, Found found, ReferenceFact reference) {
    return switch (receiver.kind()) {
      case THIS -> found.rule() == Rule.TYPE_MEMBER ? Rule.OWN_MEMBER : found.rule();
      case CALL, AWAIT -> Rule.CALL_RESULT;
      case CAST -> Rule.DECLARED_RECEIVER;
      case NAME -> {
        if (value.is(Value.Kind.CLASS)) {
          yield found.rule();
        }
        Binding binding = bindings.at(receiver.text(), reference.start());
        yield binding != null && !binding.declaredType().isEmpty()
            ? Rule.DECLARED_RECEIVER
            : Rule.INFERRED_RECEIVER;
      }
      default -> value.is(Value.Kind.CLASS) ? found.rule() : Rule.INFERRED_RECEIVER;
    };
  }

  private Found imported(ImportFact fact) {
    if (fact.name().equals("*")) {
      return project.module(file.path(), fact.level(), fact.module());
    }
    return project.imported(file.path(), fact.level(), fact.module(), fact.name());
  }

  /** What a bare name means that no local binding holds. */
  private Found bare(String name, int owner, int at, Role role) {
    if (role == Role.INSTANTIATE || role == Role.CALL) {
      Binding binding = bindings.at(name, at);
      if (binding != null && binding.kind() == BindingKind.RECEIVER) {
        int type = typeAround(owner);
        return type < 0
            ? Found.none(Reason.NOT_VISIBLE)
            : Found.of(List.of(symbol(type)), Rule.OWN_MEMBER);
      }
    }
    Found enclosing = enclosing(name, owner, at);
    if (enclosing != null) {
      return enclosing;
    }
    Found found = project.name(file.path(), name);
    if (found.isNone() && PythonStandard.BUILTINS.contains(name)) {
      return Found.external("builtins#" + name, Rule.BUILTIN);
    }
    return found;
  }

  /** Definitions and imports of the functions and classes around a place. */
  private @Nullable Found enclosing(String name, int owner, int at) {
    boolean inside = true;
    boolean skipTypes = false;
    for (int e = owner; e > 0; e = facts.entities().get(e).parent()) {
      EntityFact entity = facts.entities().get(e);
      if (entity.kind().isCallable()) {
        inside = e != owner || at >= bodyStart[e];
        if (inside) {
          Found found = inFunction(e, name);
          if (found != null) {
            return found;
          }
          skipTypes = true;
        }
      } else if (entity.kind().isType()) {
        boolean header = e == owner && at < headerEnd(entity);
        if (!skipTypes && !header) {
          Found found = inFunction(e, name);
          List<Symbol> members =
              found == null ? project.members(file.path(), file.localId(e), name) : List.of();
          if (found != null) {
            return found;
          }
          if (!members.isEmpty() && atClassLevel(members)) {
            return Found.of(members, members.size() == 1 ? Rule.SAME_FILE : Rule.CANDIDATES);
          }
        }
      }
    }
    return null;
  }

  /** Members that methods assign are no names of the class body. */
  private static boolean atClassLevel(List<Symbol> members) {
    for (Symbol member : members) {
      EntityKind kind = member.entry().kind();
      if (kind == EntityKind.FIELD && !Modifier.STATIC.in(member.entry().modifiers())) {
        return false;
      }
    }
    return true;
  }

  /** Bases and decorators of a class are outside of it. */
  private static int headerEnd(EntityFact type) {
    return type.nameStart() + type.signature().length();
  }

  private @Nullable Found inFunction(int function, String name) {
    List<Integer> definitions = nested.getOrDefault(function, Map.of()).get(name);
    if (definitions != null) {
      List<Symbol> symbols = PythonProject.choose(definitions.stream().map(this::symbol).toList());
      return Found.of(symbols, symbols.size() == 1 ? Rule.SAME_FILE : Rule.CANDIDATES);
    }
    List<ImportFact> facts = imports.getOrDefault(function, Map.of()).get(name);
    if (facts == null) {
      return null;
    }
    Found best = null;
    for (ImportFact fact : facts) {
      boolean isTop = fact.name().isEmpty() && fact.alias().isEmpty();
      Found found =
          project.imported(file.path(), fact.level(), isTop ? name : fact.module(), fact.name());
      if (best == null || (best.symbols().isEmpty() && !found.symbols().isEmpty())) {
        best = found;
      }
    }
    return best;
  }

  private Symbol symbol(int entity) {
    return new Symbol(file.path(), declarer.entry("", entity));
  }

  /** The nearest class at or around an entity; -1 for none. */
  private int typeAround(int entity) {
    int e = entity;
    while (e > 0 && !facts.entities().get(e).kind().isType()) {
      e = facts.entities().get(e).parent();
    }
    return e > 0 ? e : -1;
  }

  private String typeIdAround(int entity) {
    int type = typeAround(entity);
    return type < 0 ? "" : file.localId(type);
  }

  /** The value of an expression at a place. */
  private Value value(int expression, int owner, int at) {
    List<Integer> chain = new ArrayList<>();
    int e = expression;
    while (facts.expressions().get(e).base() >= 0) {
      chain.add(e);
      e = facts.expressions().get(e).base();
    }
    Expression root = facts.expressions().get(e);
    boolean named =
        root.kind() == ExpressionKind.NAME
            || (root.kind() == ExpressionKind.CALL && !root.text().isEmpty());
    int binding = named ? bindings.indexAt(root.text(), at) : -1;
    long place = binding >= 0 ? binding : -1L - owner;
    int from = chain.size();
    Value value = null;
    for (int i = 0; i < chain.size() && value == null; i++) {
      value = values.get(key(chain.get(i), place));
      from = i;
    }
    if (value == null) {
      from = chain.size();
      value = root(root, owner, at, binding);
    }
    for (int i = from - 1; i >= 0; i--) {
      value = apply(facts.expressions().get(chain.get(i)), value, owner);
      values.put(key(chain.get(i), place), value);
    }
    return value;
  }

  private static long key(int expression, long place) {
    return (long) expression << 32 | (place & 0xFFFF_FFFFL);
  }

  private Value root(Expression root, int owner, int at, int binding) {
    return switch (root.kind()) {
      case NAME -> named(root.text(), owner, at, binding);
      case CALL ->
          root.text().isEmpty()
              ? Value.UNKNOWN
              : types.call(named(root.text(), owner, at, binding));
      case THIS -> {
        int type = typeAround(owner);
        yield type < 0
            ? Value.UNKNOWN
            : Value.of(Value.Kind.INSTANCE, file.path(), file.localId(type));
      }
      case CAST -> types.annotation(root.text(), file.path(), typeIdAround(owner));
      case LITERAL -> PythonTypes.literal(root.text());
      default -> Value.UNKNOWN;
    };
  }

  private Value named(String name, int owner, int at, int binding) {
    if (binding >= 0) {
      return bound(binding);
    }
    return types.valueOf(bare(name, owner, at, Role.READ));
  }

  private Value bound(int index) {
    Value known = bound.get(index);
    if (known != null) {
      return known;
    }
    if (running.size() > MAX_DEPTH || !running.add(index)) {
      return Value.UNKNOWN;
    }
    Binding binding = facts.bindings().get(index);
    Value value = Value.UNKNOWN;
    if (binding.kind() == BindingKind.RECEIVER) {
      int type = typeAround(binding.owner());
      if (type >= 0) {
        value = Value.of(Value.Kind.INSTANCE, file.path(), file.localId(type));
      }
    } else if (!binding.declaredType().isEmpty()) {
      value = types.annotation(binding.declaredType(), file.path(), typeIdAround(binding.owner()));
    } else if (binding.initializer() >= 0) {
      int first = localStart[binding.owner()];
      int at = binding.start() > first ? Math.max(first, binding.start() - 1) : binding.start();
      value = value(binding.initializer(), binding.owner(), at);
      if (binding.kind() == BindingKind.LOOP) {
        value = types.element(value);
      } else if (binding.kind() == BindingKind.RESOURCE) {
        value = types.entered(value);
      }
    }
    running.remove(index);
    bound.put(index, value);
    return value;
  }

  private Value apply(Expression step, Value value, int owner) {
    return switch (step.kind()) {
      case MEMBER -> types.member(value, step.text());
      case CALL -> step.text().isEmpty() ? types.call(value) : callMember(step, value, owner);
      case INDEX -> types.index(value);
      case AWAIT -> types.awaited(value);
      default -> Value.UNKNOWN;
    };
  }

  private Value callMember(Expression call, Value value, int owner) {
    int base = call.base();
    if (facts.expressions().get(base).kind() == ExpressionKind.SUPER) {
      int type = typeAround(owner);
      return type < 0
          ? Value.UNKNOWN
          : types.call(types.valueOf(types.inBases(file.path(), file.localId(type), call.text())));
    }
    return types.call(types.member(value, call.text()));
  }

  private void report(int index, ReferenceFact reference, Found found) {
    if (found.reason() != null) {
      outcomes.unresolved(index, found.reason());
      return;
    }
    if (!found.external().isEmpty()) {
      outcomes.external(index, "python:" + found.external(), found.rule());
      return;
    }
    if (found.symbols().isEmpty()) {
      outcomes.unresolved(index, Reason.IMPORT_NOT_FOUND);
      return;
    }
    if (found.symbols().size() > 1) {
      outcomes.ambiguous(index, found.symbols(), Rule.CANDIDATES);
      return;
    }
    Symbol target = found.symbols().getFirst();
    Rule rule = found.rule();
    if (reference.role() == Role.CALL || reference.role() == Role.INSTANTIATE) {
      EntityKind kind = target.entry().kind();
      if (kind == EntityKind.CLASS || kind == EntityKind.PROTOCOL) {
        List<Symbol> constructors =
            project.members(target.path(), target.entry().localId(), "__init__");
        if (constructors.size() == 1) {
          target = constructors.getFirst();
          rule = Rule.CONSTRUCTOR;
        }
      }
    }
    Integer here =
        target.path().equals(file.path()) ? entityOf.get(target.entry().localId()) : null;
    if (here != null) {
      outcomes.resolvedHere(index, here, rule);
    } else {
      outcomes.resolved(index, target, rule);
    }
  }
}
