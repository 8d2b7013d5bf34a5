package dev.codegraph.graph.link.golang;

import dev.codegraph.graph.link.LinkingPolicy;
import dev.codegraph.graph.link.Outcomes;
import dev.codegraph.graph.link.ProjectView;
import dev.codegraph.graph.link.Rule;
import dev.codegraph.graph.link.SourceFile;
import dev.codegraph.graph.link.Symbol;
import dev.codegraph.graph.link.SymbolEntry;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.FileFacts;
import dev.codegraph.schemas.Language;
import dev.codegraph.schemas.ReferenceFact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** How Go finds names, in source files and in the manifests of modules. */
public final class GoPolicy implements LinkingPolicy {
  private static final String REPLACE = "replace ";

  @Override
  public Set<Language> languages() {
    return Set.of(Language.GO, Language.GO_MOD);
  }

  /** The folder with dots; in the root folder the package clause. */
  @Override
  public String qualifier(SourceFile file) {
    if (file.language() == Language.GO_MOD) {
      return "";
    }
    String clause = file.facts().packageName();
    String folder = file.folder().replace('/', '.');
    if (folder.isEmpty()) {
      return clause;
    }
    return clause.endsWith("_test") ? folder + "_test" : folder;
  }

  @Override
  public void declare(SourceFile file, Consumer<SymbolEntry> entries) {
    if (file.language() == Language.GO_MOD) {
      declareModule(file, entries);
    } else {
      new GoDeclarer(file, entries).declare();
    }
  }

  private static void declareModule(SourceFile file, Consumer<SymbolEntry> entries) {
    FileFacts facts = file.facts();
    if (facts.packageName().isEmpty()) {
      return;
    }
    List<String> replaced = new ArrayList<>();
    for (Map.Entry<String, String> attribute : facts.attributes().entrySet()) {
      if (attribute.getKey().startsWith(REPLACE)) {
        replaced.add(attribute.getKey().substring(REPLACE.length()));
        replaced.add(attribute.getValue());
      }
    }
    String module = facts.packageName();
    entries.accept(entry(GoScopes.manifest(file.folder()), module, replaced));
    entries.accept(entry(GoScopes.module(module), file.folder(), List.of()));
  }

  private static SymbolEntry entry(String scope, String type, List<String> details) {
    return new SymbolEntry(scope, "", "", EntityKind.FILE, 0, 0, 0, type, details);
  }

  @Override
  public void link(SourceFile file, ProjectView view, Outcomes outcomes) {
    if (file.language() == Language.GO_MOD) {
      linkModule(file, view, outcomes);
    } else {
      new GoLinker(file, view, outcomes).link();
    }
  }

  /** A required module is that of another manifest here, or comes from outside. */
  private static void linkModule(SourceFile file, ProjectView view, Outcomes outcomes) {
    List<ReferenceFact> references = file.facts().references();
    for (int i = 0; i < references.size(); i++) {
      String module = references.get(i).name();
      List<Symbol> found = view.lookup(GoScopes.module(module), "");
      if (found.size() == 1) {
        outcomes.resolved(i, found.getFirst(), Rule.IMPORT);
      } else if (found.size() > 1) {
        outcomes.ambiguous(i, found, Rule.CANDIDATES);
      } else {
        outcomes.external(i, "go:" + module, Rule.EXTERNAL_IMPORT);
      }
    }
  }
}
