package dev.codegraph.graph.link.python;

import dev.codegraph.graph.link.LocalBindings;
import dev.codegraph.graph.link.SourceFile;
import dev.codegraph.graph.link.SymbolEntry;
import dev.codegraph.schemas.Binding;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.EntityFact;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.ExportFact;
import dev.codegraph.schemas.Expression;
import dev.codegraph.schemas.FileFacts;
import dev.codegraph.schemas.ImportFact;
import dev.codegraph.schemas.Parameter;
import dev.codegraph.schemas.ReferenceFact;
import dev.codegraph.schemas.Role;
import dev.codegraph.schemas.Supertype;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a file contributes to the symbol index.
 *
 * <p>Details of a definition: the local id of the class around it, flags ({@code o} overload,
 * {@code c} context manager, {@code d} another decorator that may change it), and then its value as
 * steps, the first of which is a root: {@code N:name}, {@code T:} the receiver, {@code
 * A:annotation} or {@code L:literal}; the others are {@code .member}, {@code ()}, {@code []},
 * {@code *} an element, {@code @} what entering gives, {@code await}. Details of an import: level,
 * module that the name stands for, imported name, module as written. Details of the base entry of a
 * class: its bases. Details of a file: {@code all} when it lists its exports, and these.
 */
final class PythonDeclarer {
  /** Steps that a value may have; longer ones are left out. */
  private static final int MAX_STEPS = 24;

  private static final Set<String> TRANSPARENT =
      Set.of(
          "property",
          "staticmethod",
          "classmethod",
          "abstractmethod",
          "abstractproperty",
          "override",
          "cached_property",
          "lru_cache",
          "cache",
          "wraps",
          "final",
          "deprecated",
          "setter",
          "getter",
          "deleter",
          "overload",
          "contextmanager",
          "asynccontextmanager",
          "dataclass",
          "total_ordering",
          "runtime_checkable",
          "unique",
          "fixture");

  private final SourceFile file;
  private final FileFacts facts;
  private final LocalBindings bindings;
  private final String[] flags;

  PythonDeclarer(SourceFile file) {
    this.file = file;
    this.facts = file.facts();
    this.bindings = new LocalBindings(facts);
    this.flags = new String[facts.entities().size()];
    for (ReferenceFact reference : facts.references()) {
      if (reference.role() == Role.ANNOTATE) {
        String flag =
            switch (reference.name()) {
              case "overload" -> "o";
              case "contextmanager", "asynccontextmanager" -> "c";
              default -> TRANSPARENT.contains(reference.name()) ? "" : "d";
            };
        String old = flags[reference.owner()];
        flags[reference.owner()] = old == null ? flag : old + flag;
      }
    }
  }

  void declare(Consumer<SymbolEntry> entries) {
    String path = file.path();
    String dotted = PythonPolicy.modulePath(path).replace('/', '.');
    for (int from = 0; from >= 0 && !dotted.isEmpty(); ) {
      entries.accept(plain(PythonScopes.module(dotted.substring(from)), "", List.of()));
      int dot = dotted.indexOf('.', from);
      from = dot < 0 ? -1 : dot + 1;
    }
    List<String> exports = new ArrayList<>();
    for (ExportFact export : facts.exports()) {
      if (exports.isEmpty()) {
        exports.add("all");
      }
      exports.add(export.name());
    }
    entries.accept(plain(PythonScopes.file(path), "", exports));
    for (ImportFact imported : facts.imports()) {
      if (imported.owner() == 0) {
        SymbolEntry entry = imported(path, imported);
        if (entry != null) {
          entries.accept(entry);
        }
      }
    }
    for (int i = 1; i < facts.entities().size(); i++) {
      EntityFact entity = facts.entities().get(i);
      if (entity.kind() == EntityKind.ROUTE) {
        continue;
      }
      EntityFact parent = facts.entities().get(entity.parent());
      if (entity.kind().isType()) {
        List<String> bases = new ArrayList<>();
        bases.add(enclosingType(i));
        for (Supertype base : entity.supertypes()) {
          bases.add(base.name());
        }
        entries.accept(plain(PythonScopes.type(path, file.localId(i)), "", bases));
      }
      if (entity.parent() == 0) {
        entries.accept(entry(PythonScopes.name(path, entity.name()), i));
      } else if (parent.kind().isType()) {
        entries.accept(entry(PythonScopes.type(path, file.localId(entity.parent())), i));
      }
    }
  }

  private @Nullable SymbolEntry imported(String path, ImportFact fact) {
    List<String> details = List.of(Integer.toString(fact.level()), fact.module(), fact.name());
    if (fact.name().equals("*")) {
      return plain(PythonScopes.file(path), "*", details);
    }
    String here = nameHere(fact);
    String module = fact.name().isEmpty() && fact.alias().isEmpty() ? here : fact.module();
    return plain(
        PythonScopes.name(path, here),
        here,
        List.of(Integer.toString(fact.level()), module, fact.name(), fact.module()));
  }

  /** The name that an import binds. */
  static String nameHere(ImportFact fact) {
    if (!fact.alias().isEmpty()) {
      return fact.alias();
    }
    if (!fact.name().isEmpty()) {
      return fact.name();
    }
    int dot = fact.module().indexOf('.');
    return dot < 0 ? fact.module() : fact.module().substring(0, dot);
  }

  private static SymbolEntry plain(String scope, String name, List<String> details) {
    return new SymbolEntry(scope, name, "", EntityKind.FILE, 0, 0, 0, "", details);
  }

  /** The local id of the nearest class around an entity; empty for none. */
  String enclosingType(int entity) {
    int e = facts.entities().get(entity).parent();
    while (e > 0 && !facts.entities().get(e).kind().isType()) {
      e = facts.entities().get(e).parent();
    }
    return e > 0 ? file.localId(e) : "";
  }

  /** The entry of a definition. */
  SymbolEntry entry(String scope, int index) {
    EntityFact entity = facts.entities().get(index);
    List<String> details = new ArrayList<>();
    details.add(enclosingType(index));
    details.add(flags[index] == null ? "" : flags[index]);
    if (entity.declaredType().isEmpty() && entity.initializer() >= 0) {
      List<String> steps = new ArrayList<>();
      int at = entity.kind().isCallable() ? entity.end() - 1 : entity.nameStart();
      if (steps(entity.initializer(), at, 0, steps)) {
        details.addAll(steps);
      }
    }
    int least = 0;
    int most = 0;
    for (Parameter parameter : entity.parameters()) {
      least += parameter.optional() ? 0 : 1;
      most = parameter.variadic() || most < 0 ? -1 : most + 1;
    }
    return new SymbolEntry(
        scope,
        entity.name(),
        file.localId(index),
        entity.kind(),
        entity.modifiers(),
        least,
        most,
        entity.declaredType(),
        List.copyOf(details));
  }

  /** Writes an expression as steps without local names; false when that cannot be done. */
  private boolean steps(int expression, int at, int depth, List<String> steps) {
    if (depth > 4) {
      return false;
    }
    List<String> reversed = new ArrayList<>();
    int e = expression;
    while (true) {
      if (reversed.size() > MAX_STEPS) {
        return false;
      }
      Expression x = facts.expressions().get(e);
      switch (x.kind()) {
        case MEMBER -> reversed.add("." + x.text());
        case CALL -> {
          reversed.add("()");
          if (!x.text().isEmpty()) {
            if (x.base() < 0) {
              return root(x.text(), at, depth, steps, reversed);
            }
            reversed.add("." + x.text());
          }
        }
        case INDEX -> reversed.add("[]");
        case AWAIT -> reversed.add("await");
        case NAME -> {
          return root(x.text(), at, depth, steps, reversed);
        }
        case THIS -> {
          return finish("T:", steps, reversed);
        }
        case CAST -> {
          return finish("A:" + x.text(), steps, reversed);
        }
        case LITERAL -> {
          return finish("L:" + x.text(), steps, reversed);
        }
        case NEW, SUPER, LAMBDA, OTHER -> {
          return false;
        }
      }
      if (x.base() < 0) {
        return false;
      }
      e = x.base();
    }
  }

  private static boolean finish(String root, List<String> steps, List<String> reversed) {
    steps.add(root);
    Collections.reverse(reversed);
    steps.addAll(reversed);
    return true;
  }

  private boolean root(String name, int at, int depth, List<String> steps, List<String> reversed) {
    Binding binding = bindings.at(name, at);
    if (binding == null) {
      return finish("N:" + name, steps, reversed);
    }
    if (binding.kind() == BindingKind.RECEIVER) {
      return finish("T:", steps, reversed);
    }
    if (!binding.declaredType().isEmpty()) {
      return finish("A:" + binding.declaredType(), steps, reversed);
    }
    if (binding.initializer() < 0
        || !steps(binding.initializer(), binding.start(), depth + 1, steps)) {
      return false;
    }
    if (binding.kind() == BindingKind.LOOP) {
      steps.add("*");
    } else if (binding.kind() == BindingKind.RESOURCE) {
      steps.add("@");
    }
    Collections.reverse(reversed);
    steps.addAll(reversed);
    return steps.size() <= MAX_STEPS;
  }
}
