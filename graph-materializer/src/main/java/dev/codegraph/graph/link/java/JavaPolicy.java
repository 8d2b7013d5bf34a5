package dev.codegraph.graph.link.java;

import dev.codegraph.graph.link.LinkingPolicy;
import dev.codegraph.graph.link.Outcomes;
import dev.codegraph.graph.link.ProjectView;
import dev.codegraph.graph.link.SourceFile;
import dev.codegraph.graph.link.SymbolEntry;
import dev.codegraph.schemas.EntityFact;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.FileFacts;
import dev.codegraph.schemas.ImportFact;
import dev.codegraph.schemas.Language;
import dev.codegraph.schemas.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Java. A file offers each of its types under its qualified name, the members of each type under
 * the type, and its imports under its path, since the types that its members declare are written in
 * terms of them.
 */
public final class JavaPolicy implements LinkingPolicy {
  @Override
  public Set<Language> languages() {
    return Set.of(Language.JAVA);
  }

  @Override
  public String qualifier(SourceFile file) {
    return file.facts().packageName();
  }

  @Override
  public void declare(SourceFile file, Consumer<SymbolEntry> entries) {
    FileFacts facts = file.facts();
    entries.accept(context(file));
    entries.accept(plain(JavaScopes.ofPackage(facts.packageName()), List.of()));
    List<EntityFact> entities = facts.entities();
    for (int i = 1; i < entities.size(); i++) {
      EntityFact entity = entities.get(i);
      if (JavaScopes.isType(entity.kind())) {
        String key = JavaScopes.typeKey(file, i);
        if (JavaScopes.isGlobal(key)) {
          entries.accept(type(JavaScopes.ofType(key), "", file, i));
        }
      }
      EntityFact parent = entities.get(entity.parent());
      if (JavaScopes.isTypeLike(parent.kind())) {
        String owner = JavaScopes.ofMembers(JavaScopes.typeKey(file, entity.parent()));
        switch (entity.kind()) {
          case METHOD, FIELD, CONSTANT, ENUM_MEMBER ->
              entries.accept(member(owner, entity.name(), file, i));
          case CONSTRUCTOR -> entries.accept(member(owner, JavaScopes.CONSTRUCTOR, file, i));
          case CLASS, INTERFACE, ENUM, RECORD, ANNOTATION ->
              entries.accept(type(owner, entity.name(), file, i));
          default -> {
            // Nothing that is found by name from outside.
          }
        }
      }
    }
  }

  @Override
  public void link(SourceFile file, ProjectView view, Outcomes outcomes) {
    new JavaLinking(file, view, outcomes).link();
  }

  private static SymbolEntry context(SourceFile file) {
    List<String> details = new ArrayList<>();
    details.add(file.facts().packageName());
    for (ImportFact one : file.facts().imports()) {
      details.add((one.isStatic() ? "static " : "") + one.module() + " " + one.name());
    }
    return plain(JavaScopes.ofContext(file.path()), details);
  }

  private static SymbolEntry plain(String scope, List<String> details) {
    return new SymbolEntry(scope, "", "", EntityKind.FILE, 0, 0, 0, "", details);
  }

  /** Details of a type: its key, then bases and type parameters with a letter before each. */
  private static SymbolEntry type(String scope, String name, SourceFile file, int index) {
    EntityFact entity = file.facts().entities().get(index);
    List<String> details = new ArrayList<>();
    details.add(JavaScopes.typeKey(file, index));
    JavaScopes.addBases(file, index, details);
    for (String parameter : entity.typeParameters()) {
      details.add(JavaScopes.TYPE_PARAMETER + parameter);
    }
    return new SymbolEntry(
        scope,
        name,
        file.localId(index),
        entity.kind(),
        entity.modifiers(),
        0,
        entity.kind() == EntityKind.RECORD ? entity.parameters().size() : 0,
        "",
        details);
  }

  /** Details of a member: the key of its type, then parameter types and type parameters. */
  private static SymbolEntry member(String scope, String name, SourceFile file, int index) {
    EntityFact entity = file.facts().entities().get(index);
    List<String> details = new ArrayList<>();
    details.add(JavaScopes.typeKey(file, entity.parent()));
    int count = 0;
    boolean isVariadic = false;
    for (Parameter parameter : entity.parameters()) {
      details.add(JavaScopes.argument(parameter.type()));
      count++;
      isVariadic |= parameter.variadic();
    }
    for (String parameter : entity.typeParameters()) {
      details.add(JavaScopes.TYPE_PARAMETER + parameter);
    }
    return new SymbolEntry(
        scope,
        name,
        file.localId(index),
        entity.kind(),
        entity.modifiers(),
        isVariadic ? count - 1 : count,
        isVariadic ? -1 : count,
        entity.declaredType(),
        details);
  }
}
