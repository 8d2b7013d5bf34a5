package dev.codegraph.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code codegraph verify}: exit status 1 when the graph does not hold together. */
@Command(
    name = "verify",
    description =
        "Checks that a project's graph holds together: the digest follows from the files, in-edges"
            + " are the transpose of out-edges, and the text index holds exactly the entities.")
final class VerifyCommand implements Callable<Integer> {
  @Mixin private ServiceOptions service = new ServiceOptions();
  @Mixin private ViewOptions view = new ViewOptions();

  @Override
  public Integer call() {
    try (ApiClient api = service.connect()) {
      String id = view.project(api).path("id").asText();
      ApiClient.Answer answer =
          api.get("/api/v1/projects/" + ApiClient.segment(id) + "/verify", view.query());
      boolean isSound = answer.data().path("ok").asBoolean();
      if (service.isJson()) {
        service.printJson(answer.body());
        return isSound ? 0 : 1;
      }
      service.out().println(isSound ? "The graph holds together." : "The graph is damaged:");
      for (JsonNode problem : answer.data().path("problems")) {
        service.out().println("  " + problem.asText());
      }
      service.err().println(Footnote.of(answer.meta()));
      return isSound ? 0 : 1;
    }
  }
}
