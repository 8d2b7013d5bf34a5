package dev.codegraph.graph.link.ecmascript;

import dev.codegraph.graph.link.LocalBindings;
import dev.codegraph.graph.link.Outcomes;
import dev.codegraph.graph.link.ProjectView;
import dev.codegraph.graph.link.Reason;
import dev.codegraph.graph.link.Rule;
import dev.codegraph.graph.link.SourceFile;
import dev.codegraph.graph.link.Symbol;
import dev.codegraph.graph.link.SymbolEntry;
import dev.codegraph.schemas.Binding;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.EntityFact;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.Expression;
import dev.codegraph.schemas.FileFacts;
import dev.codegraph.schemas.ImportFact;
import dev.codegraph.schemas.Modifier;
import dev.codegraph.schemas.ReferenceFact;
import dev.codegraph.schemas.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Links the references of one source file. */
final class EsLinking {
  private static final int MAX_DEPTH = 32;

  private final SourceFile file;
  private final FileFacts facts;
  private final Outcomes outcomes;
  private final LocalBindings bindings;
  private final EsProject project;
  private final EsTypes types;
  private final Map<String, Integer> entityByLocalId = new HashMap<>();
  private final Map<Long, Typed> evaluated = new HashMap<>();
  private final Map<String, List<EsValue>> moduleNames = new HashMap<>();

  /** Per expression the one that its chain begins with. */
  private final int[] roots;

  private int depth;

  /** A value with the reasoning that led to it; the value is null when it is not known. */
  private record Typed(@Nullable EsValue value, Rule how) {}

  private static final Typed UNKNOWN = new Typed(null, Rule.INFERRED_RECEIVER);

  EsLinking(SourceFile file, ProjectView view, Outcomes outcomes) {
    this.file = file;
    this.facts = file.facts();
    this.outcomes = outcomes;
    this.bindings = new LocalBindings(facts);
    this.project = new EsProject(file, bindings, view);
    this.types = new EsTypes(project);
    this.roots = new int[facts.expressions().size()];
    for (int i = 0; i < roots.length; i++) {
      int base = facts.expressions().get(i).base();
      roots[i] = base < 0 ? i : roots[base];
    }
    for (int i = 0; i < facts.entities().size(); i++) {
      entityByLocalId.put(file.localId(i), i);
    }
  }

  void link() {
    List<ReferenceFact> references = facts.references();
    for (int i = 0; i < references.size(); i++) {
      ReferenceFact reference = references.get(i);
      if (reference.importIndex() >= 0) {
        imported(i, facts.imports().get(reference.importIndex()));
      } else if (reference.receiver() < 0) {
        bare(i, reference);
      } else {
        member(i, reference);
      }
    }
  }

  private void imported(int index, ImportFact one) {
    EsValue module = project.module(file.path(), one.module());
    if (module == null) {
      outcomes.unresolved(index, Reason.IMPORT_NOT_FOUND);
      return;
    }
    boolean whole = one.name().isEmpty() || one.name().equals("*");
    List<EsValue> values = whole ? List.of(module) : project.exports(module, one.name());
    if (values.isEmpty()) {
      outcomes.unresolved(index, Reason.IMPORT_NOT_FOUND);
      return;
    }
    List<EsValue> fit = EsTypes.fitting(values, one.typeOnly(), true);
    finish(index, fit, importRule(module, fit), Role.IMPORT, true);
  }

  /** Whether what was imported is defined in the imported module or behind it. */
  private static Rule importRule(EsValue module, List<EsValue> values) {
    boolean there =
        values.getFirst() instanceof EsValue.Named named
            ? module instanceof EsValue.Module direct && direct.path().equals(named.symbol().path())
                || module instanceof EsValue.Ambient
            : values.getFirst().equals(module);
    return there ? Rule.IMPORT : Rule.REEXPORT;
  }

  private void bare(int index, ReferenceFact reference) {
    boolean type = isType(reference);
    String name = reference.name();
    int binding = bindings.indexAt(name, reference.start());
    if (binding >= 0) {
      Binding local = facts.bindings().get(binding);
      String mark = mark(local);
      if (mark.startsWith("entity:")) {
        int entity = Integer.parseInt(mark.substring("entity:".length()));
        if (!type || EsPolicyNames.isType(facts.entities().get(entity).kind())) {
          here(index, entity, Rule.SAME_FILE, reference.role());
          return;
        }
      } else if (mark.startsWith("import:")) {
        ImportFact one = facts.imports().get(Integer.parseInt(mark.substring("import:".length())));
        List<EsValue> values = project.importOf(file.path(), one.module(), one.name());
        importedName(index, reference, one, values);
        return;
      }
    }
    List<EsValue> values = moduleName(name, reference.owner(), type);
    if (values.isEmpty() && type) {
      values = moduleName(name, reference.owner(), false);
    } else if (values.isEmpty()) {
      values = moduleName(name, reference.owner(), true);
    }
    if (values.isEmpty()) {
      boolean isImported = project.imports(file.path(), name);
      outcomes.unresolved(index, isImported ? Reason.IMPORT_NOT_FOUND : Reason.NOT_VISIBLE);
      return;
    }
    Rule rule = Rule.SAME_FILE;
    if (values.getFirst() instanceof EsValue.Named named) {
      if (!named.symbol().path().equals(file.path())) {
        rule = project.imports(file.path(), name) ? Rule.IMPORT : Rule.SAME_PACKAGE;
      }
    } else {
      rule = Rule.IMPORT;
    }
    finish(index, values, rule, reference.role(), false);
  }

  private void importedName(
      int index, ReferenceFact reference, ImportFact one, List<EsValue> values) {
    if (values.isEmpty()) {
      outcomes.unresolved(index, Reason.IMPORT_NOT_FOUND);
      return;
    }
    List<EsValue> fit = EsTypes.fitting(values, isType(reference) || one.typeOnly(), true);
    finish(index, fit, Rule.IMPORT, reference.role(), false);
  }

  private boolean isType(ReferenceFact reference) {
    return switch (reference.role()) {
      case TYPE, IMPLEMENT -> true;
      case EXTEND -> facts.entities().get(reference.owner()).kind() == EntityKind.INTERFACE;
      default -> false;
    };
  }

  /** The mark of a binding that stands for an entity or an import; empty for a plain local. */
  private String mark(Binding binding) {
    if (binding.initializer() < 0) {
      return "";
    }
    String text = facts.expressions().get(binding.initializer()).text();
    return text.startsWith("entity:") || text.startsWith("import:") ? text : "";
  }

  /** What a name means that no local binding hides, at a place in an entity. */
  private List<EsValue> moduleName(String name, int owner, boolean type) {
    int scope = namespaceOf(owner);
    String key = (type ? "t" : "v") + scope + ":" + name;
    List<EsValue> known = moduleNames.get(key);
    if (known == null) {
      known = findModuleName(name, scope, type);
      moduleNames.put(key, known);
    }
    return known;
  }

  private List<EsValue> findModuleName(String name, int scope, boolean type) {
    EntityFact around = facts.entities().get(scope);
    String nested = scope == 0 ? "" : EsPolicyNames.nested(file, scope);
    if (around.kind() == EntityKind.ENUM) {
      List<EsValue> members = EsTypes.fitting(project.members(file.path(), nested, name), type);
      if (!members.isEmpty()) {
        return members;
      }
      int outer = namespaceOf(around.parent());
      nested = outer == 0 ? "" : EsPolicyNames.nested(file, outer);
    }
    return types.moduleName(file.path(), nested, name, type);
  }

  /** The innermost namespace, ambient module or enum around an entity; 0 for the file. */
  private int namespaceOf(int owner) {
    int at = owner;
    while (at > 0) {
      EntityKind kind = facts.entities().get(at).kind();
      if (EsPolicyNames.isNamespace(kind) || kind == EntityKind.ENUM) {
        return at;
      }
      at = facts.entities().get(at).parent();
    }
    return 0;
  }

  /** The names of a place in this file. */
  private EsTypes.Names namesAt(int offset, int owner) {
    return new EsTypes.Names() {
      @Override
      public List<EsValue> find(String name, boolean type) {
        int binding = bindings.indexAt(name, offset);
        if (binding >= 0) {
          String mark = mark(facts.bindings().get(binding));
          if (mark.startsWith("entity:")) {
            int entity = Integer.parseInt(mark.substring("entity:".length()));
            return EsTypes.fitting(List.of(own(entity)), type);
          }
          if (mark.startsWith("import:")) {
            ImportFact one =
                facts.imports().get(Integer.parseInt(mark.substring("import:".length())));
            return project.importOf(file.path(), one.module(), one.name());
          }
          if (!type) {
            Typed value = local(binding);
            return value.value() == null ? List.of() : List.of(value.value());
          }
        }
        return moduleName(name, owner, type);
      }

      @Override
      public boolean isTypeParameter(String name) {
        for (int at = owner; at > 0; at = facts.entities().get(at).parent()) {
          if (facts.entities().get(at).typeParameters().contains(name)) {
            return true;
          }
        }
        return false;
      }
    };
  }

  /** An entity of this file as a symbol. */
  private Symbol own(int entity) {
    String nested = EsPolicyNames.nested(file, entity);
    String localId = file.localId(entity);
    int parent = facts.entities().get(entity).parent();
    List<Symbol> candidates =
        parent == 0
            ? project.names(file.path(), nested)
            : project.members(
                file.path(),
                EsPolicyNames.nested(file, parent),
                facts.entities().get(entity).name());
    for (Symbol symbol : candidates) {
      if (symbol.entry().localId().equals(localId)) {
        return symbol;
      }
    }
    EntityFact fact = facts.entities().get(entity);
    return new Symbol(
        file.path(),
        new SymbolEntry(
            "", fact.name(), localId, fact.kind(), fact.modifiers(), 0, -1, "", List.of(nested)));
  }

  private void member(int index, ReferenceFact reference) {
    Expression receiver = facts.expressions().get(reference.receiver());
    boolean isSuper = receiver.kind() == dev.codegraph.schemas.ExpressionKind.SUPER;
    if (isSuper && reference.name().equals("constructor")) {
      superCall(index, receiver);
      return;
    }
    Typed typed = evaluate(reference.receiver(), reference.start(), reference.owner());
    if (typed.value() == null) {
      outcomes.unresolved(index, Reason.RECEIVER_UNKNOWN);
      return;
    }
    EsTypes.Found found = types.member(typed.value(), reference.name());
    if (found == null) {
      outcomes.unresolved(index, Reason.RECEIVER_UNKNOWN);
      return;
    }
    if (found.isEmpty()) {
      boolean open = found.openBase || isOpen(receiver);
      outcomes.unresolved(
          index,
          typed.value() instanceof EsValue.Module
              ? Reason.IMPORT_NOT_FOUND
              : open ? Reason.EXTERNAL_BASE : Reason.NO_SUCH_MEMBER);
      return;
    }
    List<EsValue> fit = fitting(found.values, reference);
    Rule rule = typed.how();
    if (found.inherited && (rule == Rule.OWN_MEMBER || isSuper)) {
      rule = Rule.INHERITED_MEMBER;
    }
    finish(index, fit, rule, reference.role(), false);
  }

  /** Whether {@code this} may have members that the file does not show: an object literal. */
  private boolean isOpen(Expression receiver) {
    if (receiver.kind() != dev.codegraph.schemas.ExpressionKind.THIS) {
      return false;
    }
    EntityKind kind = facts.entities().get(entityOf(receiver.text())).kind();
    return kind != EntityKind.CLASS;
  }

  private static int entityOf(String self) {
    return Integer.parseInt(self.startsWith("static ") ? self.substring(7) : self);
  }

  /** Of a getter and a setter the one that is meant; of several spaces the right one. */
  private List<EsValue> fitting(List<EsValue> values, ReferenceFact reference) {
    List<EsValue> fit = EsTypes.fitting(values, isType(reference), true);
    if (fit.size() < 2) {
      return fit;
    }
    int wanted = reference.role() == Role.WRITE ? 1 : 0;
    List<EsValue> accessors = new ArrayList<>(1);
    for (EsValue value : fit) {
      if (value instanceof EsValue.Named named
          && Modifier.ACCESSOR.in(named.symbol().entry().modifiers())
          && named.symbol().entry().maxArguments() == wanted) {
        accessors.add(value);
      }
    }
    return accessors.isEmpty() ? fit : accessors;
  }

  private void superCall(int index, Expression receiver) {
    if (receiver.text().isEmpty()) {
      outcomes.unresolved(index, Reason.RECEIVER_UNKNOWN);
      return;
    }
    EsValue base = types.baseOf(own(entityOf(receiver.text())));
    switch (base) {
      case EsValue.Named named -> construct(index, named.symbol());
      case EsValue.External external -> external(index, external, Rule.EXTERNAL_MEMBER);
      case null, default -> outcomes.unresolved(index, Reason.EXTERNAL_BASE);
    }
  }

  /** The constructor of a class, or the class when it declares none. */
  private void construct(int index, Symbol type) {
    Symbol target = type;
    if (type.entry().kind() == EntityKind.CLASS) {
      for (Symbol symbol :
          project.members(type.path(), EsInfo.nested(type.entry()), "constructor")) {
        if (symbol.entry().kind() == EntityKind.CONSTRUCTOR) {
          target = symbol;
        }
      }
    }
    symbol(index, target, Rule.CONSTRUCTOR);
  }

  /** Says what was found. */
  private void finish(int index, List<EsValue> values, Rule rule, Role role, boolean isImport) {
    EsValue only = EsTypes.only(values);
    if (only == null) {
      List<Symbol> candidates = new ArrayList<>();
      for (EsValue value : values) {
        if (value instanceof EsValue.Named named
            && candidates.stream().noneMatch(c -> sameEntity(c, named.symbol()))) {
          candidates.add(named.symbol());
        }
      }
      if (candidates.size() > 1) {
        outcomes.ambiguous(index, candidates, Rule.CANDIDATES);
      } else {
        outcomes.unresolved(index, Reason.DYNAMIC);
      }
      return;
    }
    switch (only) {
      case EsValue.Named named -> {
        Symbol symbol = named.symbol();
        boolean isNew =
            role == Role.INSTANTIATE
                && symbol.entry().kind() == EntityKind.CLASS
                && facts.references().get(index).argumentCount() >= 0;
        if (isNew) {
          construct(index, symbol);
        } else {
          symbol(index, symbol, rule);
        }
      }
      case EsValue.External external ->
          external(
              index,
              external,
              external.isBuiltin()
                  ? Rule.BUILTIN
                  : isImport || rule == Rule.IMPORT || rule == Rule.REEXPORT
                      ? Rule.EXTERNAL_IMPORT
                      : Rule.EXTERNAL_MEMBER);
      case EsValue.Module module -> whole(index, module, rule, role, isImport);
      case EsValue.Ambient ambient -> {
        List<Symbol> symbols = project.names(ambient.path(), ambient.nested());
        if (symbols.isEmpty()) {
          outcomes.unresolved(index, Reason.IMPORT_NOT_FOUND);
        } else {
          symbol(index, symbols.getFirst(), rule);
        }
      }
      default -> outcomes.unresolved(index, Reason.RECEIVER_UNKNOWN);
    }
  }

  /** A module used itself; when it is called, what it exports as a whole is meant. */
  private void whole(int index, EsValue.Module module, Rule rule, Role role, boolean isImport) {
    if (!isImport && (role == Role.CALL || role == Role.INSTANTIATE || role == Role.EXTEND)) {
      EsValue whole = project.whole(module);
      if (whole != null) {
        finish(index, List.of(whole), rule, role, true);
        return;
      }
    }
    Symbol target = project.file(module.path());
    if (module.path().equals(file.path())) {
      outcomes.resolvedHere(index, 0, rule);
    } else {
      outcomes.resolved(index, target, rule);
    }
  }

  private static boolean sameEntity(Symbol a, Symbol b) {
    return a.path().equals(b.path()) && a.entry().localId().equals(b.entry().localId());
  }

  private void external(int index, EsValue.External external, Rule rule) {
    String symbol = external.symbol();
    outcomes.external(index, external.isModule() ? symbol + "*" : symbol, rule);
  }

  private void here(int index, int entity, Rule rule, Role role) {
    EntityFact fact = facts.entities().get(entity);
    boolean isNew =
        role == Role.INSTANTIATE
            && fact.kind() == EntityKind.CLASS
            && facts.references().get(index).argumentCount() >= 0;
    if (isNew) {
      construct(index, own(entity));
    } else {
      outcomes.resolvedHere(index, entity, rule);
    }
  }

  private void symbol(int index, Symbol symbol, Rule rule) {
    Integer entity =
        symbol.path().equals(file.path()) ? entityByLocalId.get(symbol.entry().localId()) : null;
    if (entity != null) {
      outcomes.resolvedHere(index, entity, rule);
    } else {
      outcomes.resolved(index, symbol, rule);
    }
  }

  /** What an expression is at a place, as the receiver of something. */
  private Typed evaluate(int expression, int offset, int owner) {
    if (depth > MAX_DEPTH) {
      return UNKNOWN;
    }
    List<Integer> chain = new ArrayList<>(4);
    Typed value = null;
    int at = expression;
    int context = contextOf(roots[expression], offset, owner);
    while (at >= 0) {
      value = evaluated.get(key(at, context));
      if (value != null) {
        break;
      }
      chain.add(at);
      at = facts.expressions().get(at).base();
    }
    depth++;
    try {
      for (int i = chain.size() - 1; i >= 0; i--) {
        int next = chain.get(i);
        value = step(facts.expressions().get(next), value, offset, owner);
        evaluated.put(key(next, context), value);
      }
    } finally {
      depth--;
    }
    return value == null ? UNKNOWN : value;
  }

  private static long key(int expression, int context) {
    return (long) expression << 32 | context & 0xFFFFFFFFL;
  }

  /** What the meaning of a chain depends on beside its text: the binding of its first name. */
  private int contextOf(int root, int offset, int owner) {
    Expression e = facts.expressions().get(root);
    return switch (e.kind()) {
      case NAME, CALL, NEW -> {
        int binding = bindings.indexAt(e.text(), offset);
        yield binding >= 0 ? binding + 1 : -namespaceOf(owner);
      }
      // The names in the type are looked up at the place.
      case CAST -> -owner;
      default -> 0;
    };
  }

  private Typed step(Expression e, @Nullable Typed base, int offset, int owner) {
    return switch (e.kind()) {
      case NAME -> name(e.text(), offset, owner);
      case MEMBER -> base == null ? UNKNOWN : memberOf(base, e.text());
      case CALL -> call(e, base, offset, owner);
      case NEW -> {
        Typed callee = base == null ? named(e.text(), offset, owner) : reached(base, e.text());
        EsValue made = callee.value() == null ? null : types.created(callee.value());
        yield new Typed(made, Rule.INFERRED_RECEIVER);
      }
      case INDEX -> base == null ? UNKNOWN : new Typed(EsTypes.element(base.value()), base.how());
      case AWAIT -> base == null ? UNKNOWN : new Typed(EsTypes.awaited(base.value()), base.how());
      case CAST -> new Typed(types.type(e.text(), namesAt(offset, owner)), Rule.DECLARED_RECEIVER);
      case LITERAL -> new Typed(EsTypes.literal(e.text()), Rule.BUILTIN);
      case THIS -> self(e.text());
      case SUPER -> base(e.text());
      case OTHER ->
          e.text().startsWith("module:")
              ? new Typed(
                  project.module(file.path(), e.text().substring("module:".length())),
                  Rule.MODULE_MEMBER)
              : UNKNOWN;
      case LAMBDA -> UNKNOWN;
    };
  }

  private Typed self(String text) {
    int entity = entityOf(text);
    EntityKind kind = facts.entities().get(entity).kind();
    boolean itself =
        text.startsWith("static ") || kind != EntityKind.CLASS && kind != EntityKind.FUNCTION;
    EsValue value =
        itself
            ? new EsValue.Named(own(entity))
            : new EsValue.Instance(file.path(), EsPolicyNames.nested(file, entity));
    return new Typed(value, Rule.OWN_MEMBER);
  }

  private Typed base(String text) {
    if (text.isEmpty()) {
      return UNKNOWN;
    }
    EsValue base = types.baseOf(own(entityOf(text)));
    if (base == null) {
      return UNKNOWN;
    }
    EsValue value = text.startsWith("static ") ? base : types.instance(base);
    return new Typed(value, Rule.INHERITED_MEMBER);
  }

  /** What a name refers to, before its value is read. */
  private Typed named(String name, int offset, int owner) {
    List<EsValue> values = namesAt(offset, owner).find(name, false);
    return new Typed(EsTypes.only(values), Rule.INFERRED_RECEIVER);
  }

  private Typed name(String name, int offset, int owner) {
    int binding = bindings.indexAt(name, offset);
    if (binding >= 0 && mark(facts.bindings().get(binding)).isEmpty()) {
      return local(binding);
    }
    EsValue value = named(name, offset, owner).value();
    if (value == null) {
      return UNKNOWN;
    }
    Rule how =
        switch (value) {
          case EsValue.Module module -> Rule.MODULE_MEMBER;
          case EsValue.Ambient ambient -> Rule.MODULE_MEMBER;
          case EsValue.Named named ->
              switch (named.symbol().entry().kind()) {
                case NAMESPACE, MODULE -> Rule.MODULE_MEMBER;
                case CONSTANT, VARIABLE ->
                    EsTypes.isDeclared(value) ? Rule.DECLARED_RECEIVER : Rule.INFERRED_RECEIVER;
                default -> Rule.TYPE_MEMBER;
              };
          default -> Rule.EXTERNAL_MEMBER;
        };
    return new Typed(types.value(value), how);
  }

  private final Map<Integer, Typed> locals = new HashMap<>();

  /** The value of a local binding. */
  private Typed local(int index) {
    Typed known = locals.get(index);
    if (known != null) {
      return known;
    }
    // While it is worked out it is unknown to itself.
    locals.put(index, UNKNOWN);
    Binding binding = facts.bindings().get(index);
    Typed value = UNKNOWN;
    if (!binding.declaredType().isEmpty()) {
      EsValue type = types.type(binding.declaredType(), namesAt(binding.start(), binding.owner()));
      value = new Typed(type, Rule.DECLARED_RECEIVER);
    } else if (binding.initializer() >= 0) {
      Typed initial = evaluate(binding.initializer(), binding.start(), binding.owner());
      EsValue got =
          binding.kind() == BindingKind.LOOP ? EsTypes.element(initial.value()) : initial.value();
      Rule how =
          initial.how() == Rule.CALL_RESULT || initial.how() == Rule.MODULE_MEMBER
              ? initial.how()
              : Rule.INFERRED_RECEIVER;
      value = new Typed(got, how);
    }
    locals.put(index, value);
    return value;
  }

  /** What a member of a value refers to, before it is read. */
  private Typed reached(Typed base, String name) {
    EsTypes.Found found = base.value() == null ? null : types.member(base.value(), name);
    return found == null
        ? UNKNOWN
        : new Typed(EsTypes.only(EsTypes.fitting(found.values, false, true)), base.how());
  }

  private Typed memberOf(Typed base, String name) {
    Typed member = reached(base, name);
    if (member.value() == null) {
      return UNKNOWN;
    }
    EsValue value = types.value(member.value());
    Rule how =
        member.value() instanceof EsValue.Named named
            ? switch (named.symbol().entry().kind()) {
              case CLASS, ENUM -> Rule.TYPE_MEMBER;
              case NAMESPACE -> Rule.MODULE_MEMBER;
              default ->
                  EsTypes.isDeclared(member.value())
                      ? Rule.DECLARED_RECEIVER
                      : Rule.INFERRED_RECEIVER;
            }
            : member.value() instanceof EsValue.External
                ? Rule.EXTERNAL_MEMBER
                : Rule.MODULE_MEMBER;
    return new Typed(value, how);
  }

  private Typed call(Expression e, @Nullable Typed base, int offset, int owner) {
    EsValue callee;
    EsValue receiver = base == null ? null : base.value();
    if (base == null) {
      int binding = bindings.indexAt(e.text(), offset);
      if (binding >= 0 && mark(facts.bindings().get(binding)).isEmpty()) {
        return functionType(facts.bindings().get(binding));
      }
      callee = named(e.text(), offset, owner).value();
    } else if (e.text().isEmpty()) {
      callee = base.value();
    } else {
      callee = reached(base, e.text()).value();
    }
    EsValue result = callee == null ? null : types.result(callee, receiver);
    return new Typed(result, Rule.CALL_RESULT);
  }

  /** What a local gives when it is called, where its type says so. */
  private Typed functionType(Binding binding) {
    int arrow = EsTypeText.arrow(binding.declaredType());
    return arrow < 0
        ? UNKNOWN
        : new Typed(
            types.type(
                binding.declaredType().substring(arrow + 2),
                namesAt(binding.start(), binding.owner())),
            Rule.CALL_RESULT);
  }
}
