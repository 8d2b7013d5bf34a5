package dev.codegraph.cli;

import dev.codegraph.program.ExitCode;
import dev.codegraph.program.JavaCommand;
import dev.codegraph.program.Main;
import dev.codegraph.program.ServiceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The server as a process that outlives the command and the terminal that started it. */
final class BackgroundServer {
  private static final long START_SECONDS = 180;
  private static final long POLL_MILLIS = 50;
  private static final int SHOWN_LINES = 20;

  private final Path folder;
  private final @Nullable Path configFile;
  private final @Nullable Integer port;

  /**
   * A server to start.
   *
   * @param folder Its data folder.
   * @param configFile Its configuration; null for the default one.
   * @param port Its port; null for the configured one.
   */
  BackgroundServer(Path folder, @Nullable Path configFile, @Nullable Integer port) {
    this.folder = folder;
    this.configFile = configFile;
    this.port = port;
  }

  /**
   * Starts it and waits until it is ready.
   *
   * @throws CommandFailure with the end of its log when it does not become ready
   */
  ServiceFile start() throws InterruptedException {
    Path logs = folder.resolve("logs");
    Path log = logs.resolve("service.log");
    // What is written before there is a log: messages of the JVM and of the command line.
    Path console = logs.resolve("console.log");
    Process process;
    try {
      Files.createDirectories(logs);
      emptyTemporaryFolder();
      Files.deleteIfExists(console);
      process =
          new ProcessBuilder(command(log))
              .redirectInput(ProcessBuilder.Redirect.from(nothing()))
              .redirectOutput(console.toFile())
              .redirectErrorStream(true)
              .start();
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.DATABASE, "The service cannot be started in %s: %s".formatted(folder, e), e);
    }
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (System.nanoTime() < until) {
      if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new CommandFailure(
            exitCode(process.exitValue()),
            "The service did not start (exit status %d):%n%s"
                .formatted(process.exitValue(), ends(console, log)));
      }
      Optional<ServiceFile> service =
          ServiceFile.read(folder).filter(known -> known.pid() == process.pid());
      if (service.isPresent() && isReady(service.get())) {
        return service.get();
      }
    }
    throw new CommandFailure(
        ExitCode.TIMEOUT,
        "The service is not ready after %d s; 'codegraph down' stops it. The end of its log:%n%s"
            .formatted(START_SECONDS, ends(console, log)));
  }

  /** The folder for temporary files is its own, so that what a killed service left goes. */
  private Path temporaryFolder() {
    return folder.resolve("tmp");
  }

  private void emptyTemporaryFolder() throws IOException {
    Files.createDirectories(temporaryFolder());
    try (Stream<Path> left = Files.walk(temporaryFolder())) {
      for (Path one : left.sorted(Comparator.reverseOrder()).toList()) {
        if (!one.equals(temporaryFolder())) {
          Files.delete(one);
        }
      }
    }
  }

  private static boolean isReady(ServiceFile service) {
    try (ApiClient api = new ApiClient(service.url())) {
      return api.isReady();
    }
  }

  private List<String> command(Path log) {
    List<String> options = new ArrayList<>();
    options.add("-Dcodegraph.program=codegraph-api");
    options.add("-Djava.io.tmpdir=" + temporaryFolder());
    String chosenByUser = System.getenv().getOrDefault("CODEGRAPH_JAVA_OPTS", "");
    // With broker and parser beside it the whole stays below 2.5 GB on a machine of any size.
    options.add("-Xmx1g");
    if (!chosenByUser.matches(".*-XX:[+]Use\\w+GC.*")) {
      // Few cores are better used by stages than by a collector that runs beside them.
      options.add("-XX:+UseParallelGC");
    }
    options.addAll(JavaCommand.compilers());
    options.add("-XX:+ExitOnOutOfMemoryError");
    options.add("-XX:ErrorFile=" + folder.resolve("logs").resolve("service_crash_%p.log"));
    Stream.of(chosenByUser.split("\\s+")).filter(option -> !option.isEmpty()).forEach(options::add);
    List<String> arguments = new ArrayList<>();
    arguments.add("--detach");
    arguments.add("--data-dir");
    arguments.add(folder.toString());
    arguments.add("--set");
    arguments.add("logging.output=" + log);
    Integer chosen = port;
    if (chosen != null) {
      arguments.add("--port");
      arguments.add(chosen.toString());
    }
    Path file = configFile;
    if (file != null) {
      arguments.add("--config");
      arguments.add(file.toAbsolutePath().toString());
    }
    Path archive = JavaCommand.archive("service", folder.resolve("archives"));
    return JavaCommand.of(options, archive, Main.class.getName(), arguments);
  }

  private static java.io.File nothing() {
    return new java.io.File(
        System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");
  }

  private static ExitCode exitCode(int status) {
    return Stream.of(ExitCode.values())
        .filter(code -> code.status() == status && code != ExitCode.OK)
        .findFirst()
        .orElse(ExitCode.FAILED);
  }

  private static String ends(Path... files) {
    StringBuilder text = new StringBuilder();
    for (Path file : files) {
      try {
        if (Files.exists(file)) {
          List<String> lines = Files.readAllLines(file);
          lines
              .subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size())
              .forEach(line -> text.append("  ").append(line).append(System.lineSeparator()));
        }
      } catch (IOException e) {
        text.append("  ").append(file).append(" cannot be read: ").append(e);
      }
    }
    return text.toString().stripTrailing();
  }
}
