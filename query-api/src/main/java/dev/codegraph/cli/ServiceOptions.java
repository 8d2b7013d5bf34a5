package dev.codegraph.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.codegraph.program.ExitCode;
import dev.codegraph.program.ServiceFile;
import dev.codegraph.program.config.DataFolder;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options of every command that talks to a service: which one, and how to show its answer. */
final class ServiceOptions {
  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(
      names = "--data-dir",
      paramLabel = "PATH",
      description = "Data folder of the service; without it CODEGRAPH_URL, else ~/.codegraph.")
  private @Nullable Path dataFolder;

  @Option(names = "--json", description = "Prints what the service answered.")
  private boolean isJson;

  boolean isJson() {
    return isJson;
  }

  PrintWriter out() {
    return spec().commandLine().getOut();
  }

  PrintWriter err() {
    return spec().commandLine().getErr();
  }

  CommandSpec spec() {
    CommandSpec known = command;
    if (known == null) {
      throw new IllegalStateException("not made by picocli");
    }
    return known;
  }

  /** The data folder that the command means. */
  Path folder() {
    Path named = dataFolder;
    return named == null ? DataFolder.byDefault(System.getenv()) : named.toAbsolutePath();
  }

  /** A client of the service that the command means. */
  ApiClient connect() {
    String url = System.getenv().getOrDefault("CODEGRAPH_URL", "");
    if (dataFolder == null && !url.isBlank()) {
      return new ApiClient(url);
    }
    ServiceFile service =
        ServiceFile.read(folder())
            .orElseThrow(
                () ->
                    new CommandFailure(
                        ExitCode.UNREACHABLE,
                        "No service runs with the data folder %s. Start one with 'codegraph up', or set CODEGRAPH_URL."
                            .formatted(folder())));
    return new ApiClient(service.url());
  }

  /** Prints an answer as it came. */
  void printJson(JsonNode json) {
    out().println(json.toPrettyString());
  }
}
