package dev.codegraph.proofs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The program as a user runs it, in a process with children, to be asked and to be killed. */
final class Service implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Pattern RESTORED = Pattern.compile("restored .*: (\\d+) of (\\d+) records");

  private final Path data;
  private final List<String> program;
  private final Map<String, String> environment;
  private final int port;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private @Nullable Process process;
  private int starts;

  Service(Path data) throws IOException {
    this(data, List.of(Path.of("codegraph-api").toAbsolutePath().toString()), Map.of());
  }

  /**
   * @param program Command line, to which the arguments are added.
   * @param environment Further variables.
   */
  Service(Path data, List<String> program, Map<String, String> environment) throws IOException {
    this.program = program;
    this.environment = environment;
    this.data = Files.createDirectories(data);
    try (ServerSocket free = new ServerSocket(0)) {
      this.port = free.getLocalPort();
    }
  }

  /** Starts the process and returns at once. */
  void start() throws IOException {
    starts++;
    List<String> command = new ArrayList<>(program);
    command.addAll(List.of("--data-dir", data.toString(), "--port", Integer.toString(port)));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("CODEGRAPH_NO_BUILD", "1");
    builder.environment().putAll(environment);
    process =
        builder
            .redirectErrorStream(true)
            .redirectOutput(data.resolve("console-" + starts + ".log").toFile())
            .start();
  }

  private Process running() {
    return java.util.Objects.requireNonNull(process, "not started");
  }

  /** Kills the service; its children notice and end. */
  void kill() throws InterruptedException {
    List<ProcessHandle> children = running().children().toList();
    running().destroyForcibly().waitFor();
    for (ProcessHandle child : children) {
      child.onExit().orTimeout(60, TimeUnit.SECONDS).join();
    }
  }

  /** Kills the broker, or the other child, which is the parser; false when there is none. */
  boolean killChild(boolean broker) {
    Optional<ProcessHandle> child =
        running().children().filter(c -> isBroker(c) == broker).findFirst();
    return child.isPresent() && child.get().destroyForcibly();
  }

  /** Asks the system, because Java cuts long command lines. */
  private static boolean isBroker(ProcessHandle child) {
    try {
      return Files.readString(Path.of("/proc/" + child.pid() + "/cmdline"))
          .contains("BrokerProcess");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** An answer, or null when there is none. */
  @Nullable HttpResponse<String> send(String method, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .timeout(Duration.ofSeconds(20))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  /** The data of an answer, asked for until there is one. */
  JsonNode await(String method, String path, String body) throws IOException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    HttpResponse<String> last = null;
    while (System.nanoTime() < until) {
      last = send(method, path, body);
      if (last != null && last.statusCode() / 100 == 2) {
        return JSON.readTree(last.body()).get("data");
      }
      pause(20);
    }
    throw new AssertionError(
        method + " " + path + " has no answer: " + (last == null ? "none" : last.body()));
  }

  JsonNode get(String path) throws IOException {
    return await("GET", path, "");
  }

  /** Waits until a job has ended. */
  JsonNode awaitJob(String job) throws IOException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < until) {
      JsonNode data = get("/api/v1/jobs/" + job);
      String status = data.get("status").asText();
      if (status.equals("completed") || status.equals("failed")) {
        return data;
      }
      pause(50);
    }
    throw new AssertionError("job " + job + " does not end");
  }

  static void pause(long millis) {
    LockSupport.parkNanos(millis * 1_000_000);
  }

  /** How many lines of the log of the last start have something of a pattern. */
  long logged(String pattern) throws IOException {
    Pattern wanted = Pattern.compile(pattern);
    try (Stream<String> lines = Files.lines(data.resolve("console-" + starts + ".log"))) {
      return lines.filter(line -> wanted.matcher(line).find()).count();
    }
  }

  /** Records restored at the last start, and records that the changelogs held. */
  long[] restored() throws IOException {
    long[] sum = new long[2];
    Matcher matcher =
        RESTORED.matcher(Files.readString(data.resolve("console-" + starts + ".log")));
    while (matcher.find()) {
      sum[0] += Long.parseLong(matcher.group(1));
      sum[1] += Long.parseLong(matcher.group(2));
    }
    return sum;
  }

  @Override
  public void close() throws InterruptedException {
    if (process != null && process.isAlive()) {
      process.destroy();
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    }
    http.close();
  }
}
