package dev.codegraph.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code codegraph search}. */
@Command(name = "search", description = "Finds entities by name, words or meaning.")
final class SearchCommand implements Callable<Integer> {
  @Mixin private ServiceOptions service = new ServiceOptions();
  @Mixin private ViewOptions view = new ViewOptions();

  @Option(names = "--limit", paramLabel = "N", description = "How many at most, 20 by default.")
  private int limit = 20;

  @Parameters(paramLabel = "WORDS", arity = "1..*", description = "What to look for.")
  private List<String> words = List.of();

  @Override
  public Integer call() {
    try (ApiClient api = service.connect()) {
      Map<String, Object> query = new LinkedHashMap<>();
      query.put("q", String.join(" ", words));
      query.put("project_id", view.project(api).path("id").asText());
      query.putAll(view.query());
      query.put("limit", limit);
      ApiClient.Answer answer = api.get("/api/v1/search", query);
      if (service.isJson()) {
        service.printJson(answer.body());
        return 0;
      }
      for (JsonNode entity : answer.data()) {
        service.out().println(Entities.line(entity));
      }
      if (answer.data().isEmpty()) {
        service.out().println("Nothing found.");
      }
      service.out().println(Footnote.of(answer.meta()));
      return 0;
    }
  }
}
