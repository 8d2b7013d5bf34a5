package dev.codegraph.query;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codegraph.graph.MaterializerStage;
import dev.codegraph.graph.link.EntityIds;
import dev.codegraph.graph.link.SourceFile;
import dev.codegraph.graph.read.CallSite;
import dev.codegraph.graph.read.EntityRef;
import dev.codegraph.graph.read.GraphQueries;
import dev.codegraph.graph.text.EntityDocuments;
import dev.codegraph.schemas.EdgeKind;
import dev.codegraph.schemas.EntityFact;
import dev.codegraph.schemas.EntityFlag;
import dev.codegraph.schemas.Modifier;
import dev.codegraph.schemas.ProjectRegistered;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One entity, its relations, its callers and callees. */
final class EntityRoutes {
  private static final String PREFIX = "/api/v1/entities/";
  private static final String CALLERS = "/callers";
  private static final String CALLEES = "/callees";
  private static final int MAX_RELATIONS = 200;

  private final MaterializerStage materializer;
  private final Views views;
  private final Meta meta;

  EntityRoutes(MaterializerStage materializer, Views views, Meta meta) {
    this.materializer = materializer;
    this.views = views;
    this.meta = meta;
  }

  void routing(HttpRules rules) {
    rules.get(PREFIX + "*", this::route);
  }

  /** Ids hold slashes, which clients may or may not escape, so the path is taken apart here. */
  private void route(ServerRequest request, ServerResponse response) {
    String raw = request.path().rawPath().substring(PREFIX.length());
    if (raw.endsWith(CALLERS)) {
      walk(request, response, id(raw, CALLERS), true);
    } else if (raw.endsWith(CALLEES)) {
      walk(request, response, id(raw, CALLEES), false);
    } else {
      one(request, response, id(raw, ""));
    }
  }

  private static String id(String raw, String suffix) {
    String escaped = raw.substring(0, raw.length() - suffix.length());
    try {
      return URLDecoder.decode(escaped.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw ApiProblem.badRequest("the entity id is not a well-formed URL path");
    }
  }

  private record Found(ViewAt view, EntityRef entity) {}

  private Found find(Params params, String id, @Nullable Cursor cursor) {
    String projectId = params.text("project_id");
    List<ProjectRegistered> projects = views.projects(projectId);
    List<Found> found = new ArrayList<>();
    for (ProjectRegistered project : projects) {
      if (projects.size() > 1 && views.defaultView(project) == null) {
        continue;
      }
      ViewAt view = views.at(project, params.text("branch"), params.text("at"), cursor);
      EntityRef entity = view.queries().resolve(id);
      if (entity != null) {
        found.add(new Found(view, entity));
      }
    }
    if (found.isEmpty()) {
      throw ApiProblem.notFound("there is no entity " + id + " at this revision");
    }
    if (found.size() > 1) {
      throw ApiProblem.conflict(
          "several projects have an entity " + id + "; say which with project_id");
    }
    return found.getFirst();
  }

  private void one(ServerRequest request, ServerResponse response, String id) {
    Found found = find(new Params(request), id, null);
    GraphQueries queries = found.view().queries();
    EntityRef entity = found.entity();
    SourceFile file = java.util.Objects.requireNonNull(queries.sourceFile(entity.path()));
    int index = queries.indexOf(entity);
    EntityFact fact = file.facts().entities().get(index);
    ObjectNode data = Entities.json(EntityDocuments.hit(file, index));
    data.put("project_id", found.view().project().project());
    data.put("start_column", fact.nameColumn() + 1);
    data.put("end_column", fact.endColumn() + 1);
    data.put("documentation", fact.documentation());
    data.put("declared_type", fact.declaredType().isEmpty() ? null : fact.declaredType());
    ArrayNode modifiers = data.putArray("modifiers");
    for (Modifier modifier : Modifier.values()) {
      if (modifier.in(fact.modifiers())) {
        modifiers.add(modifier.name().toLowerCase(Locale.ROOT));
      }
    }
    ArrayNode flags = data.putArray("flags");
    for (EntityFlag flag : EntityFlag.values()) {
      if (flag.in(fact.flags())) {
        flags.add(flag.name().toLowerCase(Locale.ROOT));
      }
    }
    ObjectNode complexity = data.putObject("complexity");
    complexity.put("cyclomatic", fact.cyclomatic());
    complexity.put("cognitive", fact.cognitive());
    if (fact.parent() < 0) {
      data.putNull("parent");
    } else {
      data.put("parent", EntityIds.id(file.language(), file.path(), file.localId(fact.parent())));
    }
    ArrayNode children = data.putArray("children");
    for (int i = 1; i < file.facts().entities().size(); i++) {
      if (file.facts().entities().get(i).parent() == index) {
        children.add(Entities.json(EntityDocuments.hit(file, i)));
      }
    }
    relations(data, queries, entity);
    long possibleMore = possibleMore(found.view(), entity, fact);
    Json.send(response, Status.OK_200, data, meta.of(found.view(), possibleMore, null));
  }

  private static void relations(ObjectNode data, GraphQueries queries, EntityRef entity) {
    Set<EdgeKind> all = EnumSet.allOf(EdgeKind.class);
    List<CallSite> outgoing = queries.outgoing(entity, all, 0, MAX_RELATIONS + 1);
    List<CallSite> incoming = queries.incoming(entity, all, 0, MAX_RELATIONS + 1);
    sites(data.putArray("outgoing"), outgoing, false);
    data.put("outgoing_truncated", outgoing.size() > MAX_RELATIONS);
    sites(data.putArray("incoming"), incoming, true);
    data.put("incoming_truncated", incoming.size() > MAX_RELATIONS);
  }

  private static void sites(ArrayNode array, List<CallSite> sites, boolean showsSource) {
    sites.stream().limit(MAX_RELATIONS).forEach(s -> array.add(Entities.json(s, showsSource)));
  }

  private void walk(
      ServerRequest request, ServerResponse response, String id, boolean showsCallers) {
    Params params = new Params(request);
    Cursor cursor = params.cursor();
    Found found = find(params, id, cursor);
    int depth = params.number("depth", 1, 10, 1);
    int limit = params.number("limit", 1, 1000, 20);
    int offset = cursor == null ? 0 : cursor.offset();
    GraphQueries queries = found.view().queries();
    GraphQueries.Walk walk =
        showsCallers
            ? queries.callers(found.entity(), depth, offset + limit)
            : queries.callees(found.entity(), depth, offset + limit);
    ArrayNode data = Json.array();
    walk.sites().stream().skip(offset).forEach(site -> data.add(Entities.json(site, showsCallers)));
    String next =
        walk.isWhole() ? null : new Cursor(found.view().number(), offset + limit).toString();
    long possibleMore;
    if (showsCallers) {
      SourceFile file = java.util.Objects.requireNonNull(queries.sourceFile(found.entity().path()));
      EntityFact fact = file.facts().entities().get(queries.indexOf(found.entity()));
      possibleMore = possibleMore(found.view(), found.entity(), fact);
    } else {
      possibleMore = queries.unresolvedFrom(found.entity());
    }
    Json.send(response, Status.OK_200, data, meta.of(found.view(), possibleMore, next));
  }

  /** References of the view that have the simple name and a fitting number of arguments. */
  private long possibleMore(ViewAt view, EntityRef entity, EntityFact fact) {
    if (entity.localId().isEmpty()) {
      return 0;
    }
    try {
      return materializer
          .index()
          .unsure(view.view(), view.number(), fact.name(), count -> accepts(fact, count));
    } catch (IOException e) {
      throw new UncheckedIOException("the text index cannot be read", e);
    }
  }

  private static boolean accepts(EntityFact fact, int arguments) {
    if (!fact.kind().isCallable()) {
      return true;
    }
    long required = fact.parameters().stream().filter(p -> !p.optional() && !p.variadic()).count();
    boolean unlimited = fact.parameters().stream().anyMatch(p -> p.variadic());
    return arguments >= required && (unlimited || arguments <= fact.parameters().size());
  }
}
