package dev.codegraph.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codegraph.program.ServiceFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code codegraph up}. */
@Command(
    name = "up",
    description = "Starts broker and service in the background, and indexes a repository.")
final class UpCommand implements Callable<Integer> {
  @Mixin private ServiceOptions service = new ServiceOptions();

  @Option(
      names = "--index",
      paramLabel = "PATH|URL",
      description = "The repository to index, with a progress bar per stage.")
  private @Nullable String repository;

  @Option(names = "--branch", paramLabel = "BRANCH", description = "Its branch.")
  private @Nullable String branch;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "TCP port on the loopback address, 8000 by default; 0 takes a free one.")
  private @Nullable Integer port;

  @Option(
      names = {"-c", "--config"},
      paramLabel = "PATH",
      description = "Configuration file of the service.")
  private @Nullable Path configFile;

  @Override
  public Integer call() throws InterruptedException {
    Path folder = service.folder();
    long from = System.nanoTime();
    ServiceFile running = ServiceFile.read(folder).orElse(null);
    if (running != null) {
      service.err().printf("A service runs already at %s.%n", running.url());
    } else {
      service.err().printf("Starting broker and service, data in %s ...%n", folder);
      running = new BackgroundServer(folder, configFile, port).start();
      service
          .err()
          .printf(
              "Ready after %.1f s; the log is in %s.%n",
              (System.nanoTime() - from) / 1e9, folder.resolve("logs"));
    }
    ObjectNode report = new ObjectMapper().createObjectNode();
    report.put("url", running.url());
    report.put("pid", running.pid());
    String place = repository;
    try (ApiClient api = new ApiClient(running.url())) {
      if (place == null) {
        say(running.url() + "\nIndex a repository with: ./codegraph index PATH --wait");
      } else {
        Indexing indexing = Indexing.request(api, place, null, branch, null, false);
        report.set("job", new JobProgressView(service.err()).await(api, indexing.jobId()));
        say(FirstQueries.of(api, indexing.projectId(), folder));
      }
    }
    if (service.isJson()) {
      service.printJson(report);
    }
    return 0;
  }

  private void say(String text) {
    if (!service.isJson()) {
      service.out().println(text);
    }
  }
}
