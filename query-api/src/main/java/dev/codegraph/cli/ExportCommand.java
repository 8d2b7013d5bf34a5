package dev.codegraph.cli;

import dev.codegraph.program.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code codegraph export}. */
@Command(
    name = "export",
    description =
        "Writes a project's graph as JSON Lines in a stable order; --json changes nothing.")
final class ExportCommand implements Callable<Integer> {
  private static final int CHUNK = 1 << 16;

  @Mixin private ServiceOptions service = new ServiceOptions();
  @Mixin private ViewOptions view = new ViewOptions();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "PATH",
      description = "The file to write; without it standard output.")
  private @Nullable Path output;

  @Override
  public Integer call() {
    try (ApiClient api = service.connect()) {
      String id = view.project(api).path("id").asText();
      String path = "/api/v1/projects/" + ApiClient.segment(id) + "/export";
      try (InputStream body = api.stream(path, view.query())) {
        Path file = output;
        if (file != null) {
          Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
        } else {
          print(body);
        }
      } catch (IOException e) {
        throw new CommandFailure(ExitCode.FAILED, "The export broke off: " + e, e);
      }
      return 0;
    }
  }

  private void print(InputStream body) throws IOException {
    char[] chunk = new char[CHUNK];
    var reader = new java.io.InputStreamReader(body, StandardCharsets.UTF_8);
    for (int read = reader.read(chunk); read >= 0; read = reader.read(chunk)) {
      service.out().write(chunk, 0, read);
    }
    service.out().flush();
  }
}
