package dev.codegraph.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Callers and callees of an entity, which differ in their direction only. */
final class Neighbours {
  private Neighbours() {}

  /**
   * Prints one direction.
   *
   * @param direction {@code callers} or {@code callees}, as the API calls it.
   */
  static int print(
      ServiceOptions service,
      ViewOptions view,
      String name,
      String direction,
      int depth,
      int limit) {
    try (ApiClient api = service.connect()) {
      JsonNode project = view.project(api);
      String id = Entities.resolve(api, project, name, view.query());
      Map<String, Object> query = Entities.query(project, view.query());
      query.put("depth", depth);
      query.put("limit", limit);
      ApiClient.Answer answer =
          api.get("/api/v1/entities/" + ApiClient.segment(id) + "/" + direction, query);
      if (service.isJson()) {
        service.printJson(answer.body());
        return 0;
      }
      for (JsonNode neighbour : answer.data()) {
        service.out().println(Entities.edgeLine(neighbour));
      }
      if (answer.data().isEmpty()) {
        service.out().println("It has no " + direction + ".");
      }
      service.out().println(Footnote.of(answer.meta()));
      return 0;
    }
  }
}
