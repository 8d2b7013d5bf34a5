package dev.codegraph.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code codegraph index}. */
@Command(
    name = "index",
    description = "Indexes a git repository, or what is new in one that is indexed already.")
final class IndexCommand implements Callable<Integer> {
  @Mixin private ServiceOptions service = new ServiceOptions();

  @Parameters(paramLabel = "PATH|URL", description = "The repository.")
  private String repository = "";

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "Name of the project; without it the repository's.")
  private @Nullable String name;

  @Option(
      names = "--branch",
      paramLabel = "BRANCH",
      description = "Branch; without it the one that is checked out.")
  private @Nullable String branch;

  @Option(
      names = "--revision",
      paramLabel = "REVISION",
      description = "Commit of the branch; without it the newest.")
  private @Nullable String revision;

  @Option(names = "--full", description = "Reads every file again.")
  private boolean isFull;

  @Option(names = "--wait", description = "Shows the progress and ends with the indexing.")
  private boolean isWaiting;

  @Override
  public Integer call() throws InterruptedException {
    try (ApiClient api = service.connect()) {
      Indexing indexing = Indexing.request(api, repository, name, branch, revision, isFull);
      if (!isWaiting) {
        if (service.isJson()) {
          service.printJson(indexing.job());
        } else {
          service
              .out()
              .printf(
                  "Job %s indexes %s; 'codegraph status' shows how far it is.%n",
                  indexing.jobId(), indexing.projectName());
        }
        return 0;
      }
      var finished =
          new JobProgressView(service.isJson() ? service.err() : service.out())
              .await(api, indexing.jobId());
      if (service.isJson()) {
        service.printJson(finished);
      }
      return 0;
    }
  }
}
