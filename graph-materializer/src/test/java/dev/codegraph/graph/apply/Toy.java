package dev.codegraph.graph.apply;

import dev.codegraph.graph.link.LinkingPolicy;
import dev.codegraph.graph.link.Outcomes;
import dev.codegraph.graph.link.ProjectView;
import dev.codegraph.graph.link.Reason;
import dev.codegraph.graph.link.Rule;
import dev.codegraph.graph.link.SourceFile;
import dev.codegraph.graph.link.Symbol;
import dev.codegraph.graph.link.SymbolEntry;
import dev.codegraph.schemas.ContentStatus;
import dev.codegraph.schemas.EntityFact;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.FileFacts;
import dev.codegraph.schemas.FileParsed;
import dev.codegraph.schemas.Language;
import dev.codegraph.schemas.ReferenceFact;
import dev.codegraph.schemas.Role;
import dev.codegraph.schemas.Supertype;
import dev.codegraph.schemas.SupertypeRelation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A toy language, in which a file is a list of types and a list of uses. A type has at most one
 * base and some members. A use {@code T.m} means member {@code m} of the type {@code T} of the same
 * folder or else of the root folder, or of a base of it; a use {@code *} means any type of the
 * folder. So bases reach over files, files shadow each other, and some questions are for a whole
 * scope.
 */
public final class Toy {
  /** A project in all tests. */
  public static final String PROJECT = "toy@1";

  /** The recipe of all facts. */
  public static final String RECIPE = "f1";

  private Toy() {}

  /** A type; the base is empty for none. */
  public record Type(String name, String base, List<String> members) {}

  /**
   * A file.
   *
   * @param shift Empty lines before everything: an edit that changes nothing but positions.
   */
  public record File(List<Type> types, List<String> uses, int shift) {
    /** Content id. */
    public String contentId() {
      return "c" + Integer.toHexString(toString().hashCode()) + "-" + toString().length();
    }
  }

  /** The facts of a file, as the parser would send them. */
  public static FileParsed parsed(File file) {
    return parsed(file.contentId(), facts(file));
  }

  /** Facts under a content id. */
  public static FileParsed parsed(String contentId, FileFacts facts) {
    return new FileParsed(
        PROJECT,
        contentId,
        Language.GO.wire(),
        RECIPE,
        ContentStatus.OK,
        "",
        "",
        facts,
        new byte[0]);
  }

  private static FileFacts facts(File file) {
    List<EntityFact> entities = new ArrayList<>();
    entities.add(entity(EntityKind.FILE, "", -1, "", 0));
    int line = file.shift();
    for (Type type : file.types()) {
      int parent = entities.size();
      entities.add(entity(EntityKind.CLASS, type.name(), 0, type.base(), line++));
      for (String member : type.members()) {
        entities.add(entity(EntityKind.METHOD, member, parent, "", line++));
      }
    }
    List<ReferenceFact> references = new ArrayList<>();
    for (String use : file.uses()) {
      int owner = entities.size() - 1;
      references.add(new ReferenceFact(Role.CALL, use, owner, 0, line++, 2, -1, 0, -1));
    }
    return new FileFacts(
        "toy",
        line,
        100,
        0,
        entities,
        references,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Map.of());
  }

  private static EntityFact entity(
      EntityKind kind, String name, int parent, String base, int line) {
    return new EntityFact(
        kind,
        name,
        parent,
        name.isEmpty() ? "" : kind.wire() + " " + name,
        "",
        0,
        0,
        "",
        -1,
        List.of(),
        List.of(),
        base.isEmpty() ? List.of() : List.of(new Supertype(base, SupertypeRelation.EXTENDS)),
        0,
        line,
        0,
        0,
        0,
        line,
        line,
        1,
        0,
        0);
  }

  /** The linking policy of the toy language. */
  public static final class Policy implements LinkingPolicy {
    private static final int MAX_DEPTH = 6;

    @Override
    public Set<Language> languages() {
      return Set.of(Language.GO);
    }

    @Override
    public String qualifier(SourceFile file) {
      return file.folder();
    }

    @Override
    public void declare(SourceFile file, Consumer<SymbolEntry> entries) {
      List<EntityFact> entities = file.facts().entities();
      for (int i = 1; i < entities.size(); i++) {
        EntityFact entity = entities.get(i);
        if (entity.kind() == EntityKind.CLASS) {
          String base = entity.supertypes().isEmpty() ? "" : entity.supertypes().getFirst().name();
          entries.accept(entry(types(file.folder()), entity, file.localId(i), base));
        } else {
          String type = entities.get(entity.parent()).name();
          entries.accept(entry(members(file.folder(), type), entity, file.localId(i), ""));
        }
      }
    }

    private static SymbolEntry entry(String scope, EntityFact entity, String id, String base) {
      return new SymbolEntry(
          scope,
          entity.name(),
          id,
          entity.kind(),
          0,
          0,
          -1,
          "",
          base.isEmpty() ? List.of() : List.of(base));
    }

    private static String types(String folder) {
      return "toy:types:" + folder;
    }

    private static String members(String folder, String type) {
      return "toy:members:" + folder + ":" + type;
    }

    @Override
    public void link(SourceFile file, ProjectView view, Outcomes outcomes) {
      List<ReferenceFact> references = file.facts().references();
      for (int i = 0; i < references.size(); i++) {
        String name = references.get(i).name();
        int dot = name.indexOf('.');
        if (dot < 0) {
          decide(i, view.members(types(file.folder())), Rule.SAME_PACKAGE, outcomes);
        } else {
          follow(i, file.folder(), name.substring(0, dot), name.substring(dot + 1), view, outcomes);
        }
      }
    }

    private static void follow(
        int reference,
        String from,
        String type,
        String member,
        ProjectView view,
        Outcomes outcomes) {
      String folder = from;
      String at = type;
      for (int depth = 0; depth < MAX_DEPTH; depth++) {
        List<Symbol> found = view.lookup(types(folder), at);
        if (found.isEmpty() && !folder.isEmpty()) {
          folder = "";
          found = view.lookup(types(folder), at);
        }
        if (found.isEmpty()) {
          outcomes.external(reference, "toy:" + at, Rule.EXTERNAL_MEMBER);
          return;
        }
        List<Symbol> members = view.lookup(members(folder, at), member);
        if (!members.isEmpty()) {
          decide(
              reference, members, depth == 0 ? Rule.TYPE_MEMBER : Rule.INHERITED_MEMBER, outcomes);
          return;
        }
        List<String> bases = found.getFirst().entry().details();
        if (bases.isEmpty()) {
          outcomes.unresolved(reference, Reason.NO_SUCH_MEMBER);
          return;
        }
        at = bases.getFirst();
      }
      outcomes.unresolved(reference, Reason.TOO_DEEP);
    }

    private static void decide(int reference, List<Symbol> found, Rule rule, Outcomes outcomes) {
      switch (found.size()) {
        case 0 -> outcomes.unresolved(reference, Reason.NOT_VISIBLE);
        case 1 -> outcomes.resolved(reference, found.getFirst(), rule);
        default -> outcomes.ambiguous(reference, found, Rule.CANDIDATES);
      }
    }
  }
}
