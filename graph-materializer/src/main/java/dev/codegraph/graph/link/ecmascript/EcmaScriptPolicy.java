package dev.codegraph.graph.link.ecmascript;

import dev.codegraph.graph.link.LinkingPolicy;
import dev.codegraph.graph.link.LocalBindings;
import dev.codegraph.graph.link.Outcomes;
import dev.codegraph.graph.link.ProjectView;
import dev.codegraph.graph.link.SourceFile;
import dev.codegraph.graph.link.SymbolEntry;
import dev.codegraph.schemas.Binding;
import dev.codegraph.schemas.EntityFact;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.ExportFact;
import dev.codegraph.schemas.Expression;
import dev.codegraph.schemas.FileFacts;
import dev.codegraph.schemas.ImportFact;
import dev.codegraph.schemas.Language;
import dev.codegraph.schemas.Modifier;
import dev.codegraph.schemas.Parameter;
import dev.codegraph.schemas.Supertype;
import dev.codegraph.schemas.SupertypeRelation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * JavaScript and TypeScript. A file offers its exports, what it declares by nested name, the
 * members of that, and its imports, since declared types are written in terms of them. Packages and
 * compiler options are offered by their manifests.
 */
public final class EcmaScriptPolicy implements LinkingPolicy {
  @Override
  public Set<Language> languages() {
    return Set.of(
        Language.JAVASCRIPT,
        Language.TYPESCRIPT,
        Language.TSX,
        Language.VUE,
        Language.PACKAGE_JSON,
        Language.TSCONFIG);
  }

  @Override
  public String qualifier(SourceFile file) {
    return file.language() == Language.PACKAGE_JSON ? file.facts().packageName() : "";
  }

  @Override
  public FileFacts placed(String path, FileFacts facts) {
    return NextRoutes.placed(path, facts);
  }

  @Override
  public void declare(SourceFile file, Consumer<SymbolEntry> entries) {
    switch (file.language()) {
      case PACKAGE_JSON -> EsManifests.declarePackage(file, entries);
      case TSCONFIG -> EsManifests.declareConfig(file, entries);
      default -> new Declaring(file, new LocalBindings(file.facts()), entries).all(false);
    }
  }

  @Override
  public void link(SourceFile file, ProjectView view, Outcomes outcomes) {
    switch (file.language()) {
      case PACKAGE_JSON, TSCONFIG -> EsManifests.link(file, view, outcomes);
      default -> new EsLinking(file, view, outcomes).link();
    }
  }

  /** The entries of one file; everything in it, or what others can reach. */
  static final class Declaring {
    private final SourceFile file;
    private final FileFacts facts;
    private final List<EntityFact> entities;
    private final Consumer<SymbolEntry> entries;
    private final EsEncoder encoder;
    private final Map<String, List<Integer>> topLevel = new HashMap<>();

    Declaring(SourceFile file, LocalBindings bindings, Consumer<SymbolEntry> entries) {
      this.file = file;
      this.facts = file.facts();
      this.entities = facts.entities();
      this.entries = entries;
      this.encoder = new EsEncoder(file, bindings);
    }

    void all(boolean unreachable) {
      String path = file.path();
      entries.accept(plain(EsKeys.stem(EsKeys.stemOf(path)), EsKeys.ending(path), List.of()));
      Map<String, ImportFact> imports = moduleImports();
      List<String> context = new ArrayList<>();
      imports.forEach((local, one) -> context.add(local + "\t" + one.module() + "\t" + one.name()));
      entries.accept(plain(EsKeys.context(path), "", context));
      boolean script = !facts.attributes().containsKey("module");
      boolean typescript = file.language() != Language.JAVASCRIPT;
      for (int i = 1; i < entities.size(); i++) {
        boolean isRoute = entities.get(i).kind() == EntityKind.ROUTE;
        if (!isRoute && (unreachable || EsPolicyNames.isReachable(entities, i))) {
          entity(i, script, script && typescript);
        }
      }
      for (ExportFact export : facts.exports()) {
        export(export, imports);
      }
    }

    private void entity(int index, boolean script, boolean global) {
      EntityFact entity = entities.get(index);
      EntityFact parent = entities.get(entity.parent());
      String nested = EsPolicyNames.nested(file, index);
      boolean isMember = entity.parent() != 0;
      if (isMember) {
        String around = EsPolicyNames.nested(file, entity.parent());
        entries.accept(entry(EsKeys.members(file.path(), around), entity.name(), index, nested));
      }
      if (parent.kind() == EntityKind.MODULE && Modifier.DEFAULT.in(entity.modifiers())) {
        String around = EsPolicyNames.nested(file, entity.parent());
        entries.accept(entry(EsKeys.members(file.path(), around), "default", index, nested));
      }
      if (!isMember || EsPolicyNames.isNamespace(parent.kind()) || isLocal(parent.kind(), entity)) {
        entries.accept(entry(EsKeys.name(file.path(), nested), "", index, nested));
      }
      // In a module the same words extend a module that is declared elsewhere.
      if (entity.kind() == EntityKind.MODULE && script) {
        entries.accept(entry(EsKeys.ambient(entity.name()), "", index, nested));
      }
      boolean inGlobal = parent.kind() == EntityKind.NAMESPACE && parent.name().equals("global");
      if (inGlobal || global && !isMember && entity.kind() != EntityKind.MODULE) {
        entries.accept(entry(EsKeys.global(entity.name()), "", index, nested));
      }
    }

    /** A type declared in the body of a callable: only its own file asks for it. */
    private static boolean isLocal(EntityKind parent, EntityFact entity) {
      return (parent.isCallable() || parent == EntityKind.CONSTANT || parent == EntityKind.VARIABLE)
          && entity.kind().isType();
    }

    private void export(ExportFact export, Map<String, ImportFact> imports) {
      String scope = EsKeys.export(file.path(), export.name());
      if (!export.name().equals("*") && !export.name().equals("default")) {
        entries.accept(plain(EsKeys.exporters(export.name()), "", List.of()));
      }
      if (export.name().equals("*")) {
        entries.accept(plain(EsKeys.stars(file.path()), export.module(), List.of()));
        String stem = starred(export.module());
        if (stem != null) {
          entries.accept(plain(EsKeys.starred(stem), "", List.of(export.module())));
        }
      } else if (!export.module().isEmpty()) {
        entries.accept(plain(scope, "", List.of(export.module(), export.imported())));
      } else if (export.entity() >= 0) {
        // Merged declarations and a type of the same name are exported together.
        for (int i : together(export.entity())) {
          entries.accept(entry(scope, "", i, EsPolicyNames.nested(file, i)));
        }
      } else {
        ImportFact one = imports.get(export.local());
        if (one != null) {
          entries.accept(plain(scope, "", List.of(one.module(), one.name())));
        }
      }
    }

    /** The path without ending that a relative specifier means; null for other specifiers. */
    private @Nullable String starred(String specifier) {
      if (!specifier.startsWith("./") && !specifier.startsWith("../")) {
        return null;
      }
      String path = EsKeys.join(file.folder(), specifier);
      return path == null ? null : EsKeys.stemOf(path);
    }

    /** The entities at the top level that share the name of this one, itself included. */
    private List<Integer> together(int index) {
      if (topLevel.isEmpty()) {
        for (int i = 1; i < entities.size(); i++) {
          if (entities.get(i).parent() == 0) {
            topLevel.computeIfAbsent(entities.get(i).name(), n -> new ArrayList<>(1)).add(i);
          }
        }
      }
      List<Integer> all = topLevel.getOrDefault(entities.get(index).name(), List.of());
      return all.contains(index) ? all : List.of(index);
    }

    /** Imports of the file itself by local name; those of a function are seen only there. */
    private Map<String, ImportFact> moduleImports() {
      Set<Integer> local = new HashSet<>();
      for (Binding binding : facts.bindings()) {
        if (binding.initializer() >= 0) {
          Expression value = facts.expressions().get(binding.initializer());
          if (value.text().startsWith("import:")) {
            local.add(Integer.parseInt(value.text().substring("import:".length())));
          }
        }
      }
      Map<String, ImportFact> imports = new java.util.LinkedHashMap<>();
      for (int i = 0; i < facts.imports().size(); i++) {
        ImportFact one = facts.imports().get(i);
        String name = one.alias().isEmpty() ? one.name() : one.alias();
        if (!one.reexport() && !name.isEmpty() && !local.contains(i)) {
          imports.putIfAbsent(name, one);
        }
      }
      return imports;
    }

    private SymbolEntry entry(String scope, String name, int index, String nested) {
      EntityFact entity = entities.get(index);
      List<String> details = new ArrayList<>(3);
      details.add(nested);
      details.add(namespace(entity.parent()));
      for (Supertype base : entity.supertypes()) {
        char mark = base.relation() == SupertypeRelation.EXTENDS ? EsInfo.BASE : EsInfo.IMPLEMENTED;
        details.add(mark + base.name());
      }
      for (String parameter : typeParameters(index)) {
        details.add(EsInfo.TYPE_PARAMETER + parameter);
      }
      int required = 0;
      boolean variadic = false;
      for (Parameter parameter : entity.parameters()) {
        required += parameter.optional() || parameter.variadic() ? 0 : 1;
        variadic |= parameter.variadic();
      }
      return new SymbolEntry(
          scope,
          name,
          file.localId(index),
          entity.kind(),
          entity.modifiers(),
          required,
          variadic ? -1 : entity.parameters().size(),
          type(index),
          details);
    }

    /** Type parameters of an entity and of what is around it. */
    private List<String> typeParameters(int index) {
      List<String> names = new ArrayList<>(0);
      for (int i = index; i > 0; i = entities.get(i).parent()) {
        names.addAll(entities.get(i).typeParameters());
      }
      return names;
    }

    private String namespace(int parent) {
      return EsPolicyNames.isNamespace(entities.get(parent).kind())
          ? EsPolicyNames.nested(file, parent)
          : "";
    }

    private String type(int index) {
      EntityFact entity = entities.get(index);
      if (!entity.declaredType().isEmpty()) {
        return entity.declaredType();
      }
      if (entity.initializer() < 0 || Modifier.GENERATOR.in(entity.modifiers())) {
        return entity.kind() == EntityKind.PROPERTY ? EsEncoder.OBJECT : "";
      }
      boolean callable = entity.kind().isCallable();
      int offset = callable ? Math.max(entity.start(), entity.end() - 1) : entity.nameStart();
      String method =
          callable && entity.parent() > 0 ? EsPolicyNames.nested(file, entity.parent()) : "";
      return encoder.encode(entity.initializer(), offset, method);
    }

    static SymbolEntry plain(String scope, String name, List<String> details) {
      return new SymbolEntry(scope, name, "", EntityKind.FILE, 0, 0, 0, "", details);
    }
  }

  /** The entries of a file by scope, as its own linking looks at them. */
  static Map<String, List<SymbolEntry>> own(SourceFile file, LocalBindings bindings) {
    Map<String, List<SymbolEntry>> scopes = new HashMap<>();
    new Declaring(
            file,
            bindings,
            entry -> scopes.computeIfAbsent(entry.scope(), s -> new ArrayList<>(1)).add(entry))
        .all(true);
    return scopes;
  }
}
