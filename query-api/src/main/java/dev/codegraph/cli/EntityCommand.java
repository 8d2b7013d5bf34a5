package dev.codegraph.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code codegraph entity}. */
@Command(name = "entity", description = "Shows an entity and its relations.")
final class EntityCommand implements Callable<Integer> {
  private static final int SHOWN = 20;

  @Mixin private ServiceOptions service = new ServiceOptions();
  @Mixin private ViewOptions view = new ViewOptions();

  @Parameters(paramLabel = "NAME", description = "Id, qualified name, or a name that is unique.")
  private String name = "";

  @Override
  public Integer call() {
    try (ApiClient api = service.connect()) {
      String id = Entities.resolve(api, view.project(api), name, view.query());
      ApiClient.Answer answer = api.get("/api/v1/entities/" + ApiClient.segment(id), view.query());
      if (service.isJson()) {
        service.printJson(answer.body());
        return 0;
      }
      JsonNode entity = answer.data();
      service.out().println(Entities.line(entity));
      for (Map.Entry<String, JsonNode> field : entity.properties()) {
        if (field.getValue().isValueNode() && !field.getValue().isNull()) {
          service.out().printf("  %-16s %s%n", field.getKey(), field.getValue().asText());
        }
      }
      print("contains", entity.path("children"), Entities::line);
      print("uses", entity.path("outgoing"), EntityCommand::relation);
      print("used by", entity.path("incoming"), EntityCommand::relation);
      service.out().println(Footnote.of(answer.meta()));
      return 0;
    }
  }

  private static String relation(JsonNode edge) {
    return "%-12s %s".formatted(edge.path("edge").asText(), Entities.edgeLine(edge));
  }

  private void print(String title, JsonNode related, Function<JsonNode, String> line) {
    if (related.isEmpty()) {
      return;
    }
    service.out().println("  " + title);
    int shown = 0;
    for (JsonNode one : related) {
      if (shown++ == SHOWN) {
        service.out().println("    and %d more, see --json".formatted(related.size() - SHOWN));
        return;
      }
      service.out().println("    " + line.apply(one));
    }
  }
}
