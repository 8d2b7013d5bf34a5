package dev.codegraph.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code codegraph digest}. */
@Command(
    name = "digest",
    description = "Prints the hash of a project's graph: equal graphs have equal digests.")
final class DigestCommand implements Callable<Integer> {
  @Mixin private ServiceOptions service = new ServiceOptions();
  @Mixin private ViewOptions view = new ViewOptions();

  @Option(names = "--files", description = "Lists the hash of every file too.")
  private boolean hasFiles;

  @Override
  public Integer call() {
    try (ApiClient api = service.connect()) {
      Map<String, Object> query = new LinkedHashMap<>(view.query());
      if (hasFiles) {
        query.put("files", true);
      }
      String id = view.project(api).path("id").asText();
      ApiClient.Answer answer =
          api.get("/api/v1/projects/" + ApiClient.segment(id) + "/digest", query);
      if (service.isJson()) {
        service.printJson(answer.body());
        return 0;
      }
      service.out().println(answer.data().path("digest").asText());
      for (JsonNode file : answer.data().path("files")) {
        service.out().println(file.path("hash").asText() + "  " + file.path("path").asText());
      }
      service.err().println(Footnote.of(answer.meta()));
      return 0;
    }
  }
}
