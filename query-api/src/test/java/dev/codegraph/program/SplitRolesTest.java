package dev.codegraph.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codegraph.program.broker.EmbeddedBroker;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The roles in processes of their own, each with its own data folder, on one cluster. */
final class SplitRolesTest {
  private static final long PATIENCE_SECONDS = 120;

  @TempDir Path folder;
  private final List<Process> processes = new ArrayList<>();

  @AfterEach
  void endAll() throws InterruptedException {
    processes.forEach(Process::destroyForcibly);
    for (Process process : processes) {
      process.waitFor();
    }
  }

  @Test
  void meetInTheLogOnly() throws Exception {
    Path repository =
        TestFiles.repository(
            folder.resolve("shop"),
            "Cart.java",
            "class Cart {\n"
                + "  int total() {\n"
                + "    return price();\n"
                + "  }\n"
                + "  int price() {\n"
                + "    return 3;\n"
                + "  }\n"
                + "}\n");
    try (EmbeddedBroker broker =
        new EmbeddedBroker(
            folder.resolve("kafka"), folder.resolve("broker.jsa"), System.err::println)) {
      broker.start();
      String servers = broker.bootstrapServers();
      // All at once: whoever comes first makes the topics.
      CompletableFuture<Void> reader = server("reader", "materializer,query", servers);
      CompletableFuture<Void> ingest = server("ingest", "ingest", servers);
      CompletableFuture<Void> parser = server("parser", "parser", servers);
      CompletableFuture<Void> embedder = server("embedder", "embedder", servers);
      CompletableFuture.allOf(reader, ingest, parser, embedder)
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS);

      Ran index = run("index", repository.toString(), "--wait");
      assertEquals(0, index.status(), index.err());
      Ran callers = run("callers", "price");
      assertTrue(callers.out().contains("total  Cart.java:3"), callers.toString());
      assertEquals(0, run("verify").status());
      endAll();
    }
  }

  private Ran run(String command, String... args) {
    List<String> all =
        new ArrayList<>(List.of(command, "--data-dir", folder.resolve("reader").toString()));
    all.addAll(List.of(args));
    return Ran.program("codegraph", all.toArray(String[]::new));
  }

  /** Starts a process; done when it says that it is ready. */
  private CompletableFuture<Void> server(String name, String roles, String servers)
      throws IOException {
    List<String> command =
        JavaCommand.of(
            List.of("-Dcodegraph.program=codegraph-api", "-Xmx256m"),
            folder.resolve(name + ".jsa"),
            Main.class.getName(),
            List.of(
                "--roles",
                roles,
                "--data-dir",
                folder.resolve(name).toString(),
                "--port",
                "0",
                "--set",
                "kafka.bootstrap_servers=" + servers));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    processes.add(process);
    CompletableFuture<Void> ready = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(
            () -> {
              try (BufferedReader lines =
                  new BufferedReader(
                      new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                  if (line.contains("is ready")) {
                    ready.complete(null);
                  }
                  if (line.contains(" ERROR ")) {
                    System.err.println(name + " " + line);
                  }
                }
                ready.completeExceptionally(new IllegalStateException(name + " ended"));
              } catch (IOException e) {
                ready.completeExceptionally(e);
              }
            });
    return ready;
  }
}
