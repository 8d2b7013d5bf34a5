package dev.codegraph.graph.link.golang;

import dev.codegraph.graph.link.Outcomes;
import dev.codegraph.graph.link.ProjectView;
import dev.codegraph.graph.link.Reason;
import dev.codegraph.graph.link.Rule;
import dev.codegraph.graph.link.SourceFile;
import dev.codegraph.graph.link.Symbol;
import dev.codegraph.schemas.Binding;
import dev.codegraph.schemas.EntityFact;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.FileFacts;
import dev.codegraph.schemas.ReferenceFact;
import dev.codegraph.schemas.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Links the references of one source file. */
final class GoLinker {
  private final SourceFile file;
  private final FileFacts facts;
  private final Outcomes outcomes;
  private final GoImports imports;
  private final GoLocals locals;
  private final GoTypeText texts;
  private final GoProject project;
  private final GoTypes types;
  private final GoMemberSearch search;
  private final GoEvaluator evaluator;
  private final Map<String, List<Integer>> functions = new HashMap<>();

  GoLinker(SourceFile file, ProjectView view, Outcomes outcomes) {
    this.file = file;
    this.facts = file.facts();
    this.outcomes = outcomes;
    this.imports = new GoImports(facts);
    this.locals = new GoLocals(facts);
    this.texts = new GoTypeText(file, imports, locals);
    this.project = new GoProject(file, view);
    this.types = new GoTypes(project);
    this.search = new GoMemberSearch(project, types);
    this.evaluator = new GoEvaluator(file, imports, locals, texts, project, types, search);
    for (int i = 1; i < facts.entities().size(); i++) {
      EntityFact entity = facts.entities().get(i);
      if (entity.kind() == EntityKind.FUNCTION && entity.parent() != 0) {
        functions.computeIfAbsent(entity.name(), n -> new ArrayList<>(1)).add(i);
      }
    }
  }

  void link() {
    List<ReferenceFact> references = facts.references();
    for (int i = 0; i < references.size(); i++) {
      ReferenceFact reference = references.get(i);
      if (reference.role() == Role.IMPORT) {
        imported(i, facts.imports().get(reference.importIndex()).module());
      } else if (reference.receiver() < 0) {
        alone(i, reference);
      } else {
        selected(i, reference);
      }
    }
  }

  /** An imported package is represented by one of its files: what its documentation stands in. */
  private void imported(int index, String path) {
    String folder = project.folderOf(path);
    if (folder == null) {
      outcomes.external(index, "go:" + path, Rule.EXTERNAL_IMPORT);
      return;
    }
    String last = folder.substring(folder.lastIndexOf('/') + 1);
    Symbol found = project.fileNamed(folder, "doc.go");
    if (found == null) {
      found = project.fileNamed(folder, last + ".go");
    }
    if (found == null) {
      List<Symbol> files = project.files(folder);
      found = files.isEmpty() ? null : files.getFirst();
    }
    if (found == null) {
      outcomes.unresolved(index, Reason.IMPORT_NOT_FOUND);
    } else {
      outcomes.resolved(index, found, Rule.IMPORT);
    }
  }

  /** A name without anything before it. */
  private void alone(int index, ReferenceFact reference) {
    String name = reference.name();
    int local = locals.at(name, reference.start());
    if (local >= 0) {
      local(index, reference, locals.get(local));
      return;
    }
    List<Symbol> own = project.own(name);
    if (!own.isEmpty()) {
      definitions(index, own, Rule.SAME_PACKAGE);
      return;
    }
    if (imports.isObvious(name) && reference.role() == Role.READ) {
      imported(index, imports.candidates(name).getFirst());
      return;
    }
    if (byDotImport(index, name)) {
      return;
    }
    if (GoStandard.isBuiltin(name)) {
      outcomes.external(index, "go:builtin#" + name, Rule.BUILTIN);
      return;
    }
    qualifier(index, name);
  }

  private boolean byDotImport(int index, String name) {
    String outside = null;
    int count = 0;
    for (String path : imports.dots()) {
      String folder = project.folderOf(path);
      if (folder == null) {
        outside = path;
        count++;
      } else {
        List<Symbol> found = project.exported(folder, "", name);
        if (!found.isEmpty()) {
          definitions(index, found, Rule.WILDCARD_IMPORT);
          return true;
        }
      }
    }
    if (count == 1 && GoScopes.isExported(name)) {
      outcomes.external(index, "go:" + outside + "#" + name, Rule.EXTERNAL_IMPORT);
      return true;
    }
    return false;
  }

  /** A name that may be that of a package whose path does not tell what it is called. */
  private void qualifier(int index, String name) {
    String outside = null;
    int count = 0;
    for (String path : imports.candidates(name)) {
      String folder = project.folderOf(path);
      if (folder == null) {
        if (path.contains(name)) {
          outside = path;
          count++;
        }
      } else {
        List<Symbol> files = project.files(folder);
        if (!files.isEmpty() && files.getFirst().entry().type().equals(name)) {
          imported(index, path);
          return;
        }
      }
    }
    if (count == 1) {
      outcomes.external(index, "go:" + outside, Rule.EXTERNAL_IMPORT);
    } else {
      outcomes.unresolved(index, Reason.NOT_VISIBLE);
    }
  }

  /** A function or type that is declared inside a function. */
  private void local(int index, ReferenceFact reference, Binding binding) {
    int type = texts.localType(binding);
    if (type >= 0) {
      outcomes.resolvedHere(index, type, Rule.SAME_FILE);
      return;
    }
    int best = -1;
    for (int entity : functions.getOrDefault(binding.name(), List.of())) {
      EntityFact fact = facts.entities().get(entity);
      if (fact.parent() == binding.owner() && fact.nameStart() <= reference.start()) {
        best = entity;
      }
    }
    if (best >= 0) {
      outcomes.resolvedHere(index, best, Rule.SAME_FILE);
    } else {
      outcomes.unresolved(index, Reason.DYNAMIC);
    }
  }

  private void definitions(int index, List<Symbol> symbols, Rule rule) {
    List<Symbol> fitting = project.fitting(symbols);
    if (fitting.size() > 1) {
      outcomes.ambiguous(index, fitting, Rule.CANDIDATES);
      return;
    }
    Symbol only = fitting.getFirst();
    boolean here = rule == Rule.SAME_PACKAGE && only.path().equals(file.path());
    outcomes.resolved(index, only, here ? Rule.SAME_FILE : rule);
  }

  /** A name after a dot, or a key of a composite literal. */
  private void selected(int index, ReferenceFact reference) {
    GoEvaluator.Value base = evaluator.value(reference.receiver(), reference.start());
    String name = reference.name();
    if (base.type() instanceof GoType.PackageName packageName) {
      ofPackage(index, packageName.path(), name);
      return;
    }
    GoType type = base.type().single();
    if (reference.role() == Role.WRITE && isLiteral(reference) && !mayHaveFields(type)) {
      alone(index, reference);
      return;
    }
    switch (search.find(type, name)) {
      case GoMemberSearch.Found.Members members -> {
        Rule rule = members.promoted() ? Rule.INHERITED_MEMBER : base.rule();
        definitions(index, members.symbols(), rule);
      }
      case GoMemberSearch.Found.External external ->
          outcomes.external(index, external.symbol(), Rule.EXTERNAL_MEMBER);
      case GoMemberSearch.Found.Several several ->
          outcomes.ambiguous(index, several.symbols(), Rule.CANDIDATES);
      case GoMemberSearch.Found.Nothing ignored ->
          outcomes.unresolved(index, Reason.NO_SUCH_MEMBER);
      case GoMemberSearch.Found.ExternalBase ignored ->
          outcomes.unresolved(index, Reason.EXTERNAL_BASE);
      case GoMemberSearch.Found.UnknownType ignored ->
          outcomes.unresolved(index, Reason.RECEIVER_UNKNOWN);
      case GoMemberSearch.Found.TooDeep ignored -> outcomes.unresolved(index, Reason.TOO_DEEP);
    }
  }

  private boolean isLiteral(ReferenceFact reference) {
    ExpressionKind kind = facts.expressions().get(reference.receiver()).kind();
    return kind == ExpressionKind.NEW || kind == ExpressionKind.INDEX;
  }

  /** Whether a composite literal of a type names fields with its keys. */
  private boolean mayHaveFields(GoType type) {
    return switch (types.underlying(type)) {
      case GoType.MapOf ignored -> false;
      case GoType.Sequence ignored -> false;
      default -> true;
    };
  }

  private void ofPackage(int index, String qualifier, String name) {
    GoTypes.GoPackageChoice choice = types.choose(qualifier, name);
    if (choice.outside() != null) {
      outcomes.external(index, "go:" + choice.outside() + "#" + name, Rule.EXTERNAL_IMPORT);
    } else if (!choice.symbols().isEmpty()) {
      definitions(index, choice.symbols(), Rule.MODULE_MEMBER);
    } else {
      boolean known = choice.isFound() && GoScopes.isExported(name);
      outcomes.unresolved(index, known ? Reason.IMPORT_NOT_FOUND : Reason.NOT_VISIBLE);
    }
  }
}
