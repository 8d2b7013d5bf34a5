package dev.codegraph.program;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * What a service says of itself in its data folder, so that commands find it.
 *
 * @param url Where it answers.
 * @param pid Its process.
 * @param startedAtMillis When that process was started, milliseconds since the epoch: a process id
 *     is used again, both together are not.
 * @param version Version of the program.
 */
public record ServiceFile(String url, long pid, long startedAtMillis, String version) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NAME = "service.json";

  /** How far the system's idea of a start may move while it corrects its clock. */
  private static final long CLOCK_STEP_MILLIS = 5_000;

  /** This process, answering at a URL. */
  static ServiceFile ofThisProcess(String url) {
    ProcessHandle self = ProcessHandle.current();
    return new ServiceFile(url, self.pid(), startOf(self), Version.current());
  }

  /** What the folder says, if it says something and that process still runs. */
  public static Optional<ServiceFile> read(Path dataFolder) {
    Path file = dataFolder.resolve(NAME);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      JsonNode json = JSON.readTree(file.toFile());
      ServiceFile service =
          new ServiceFile(
              json.path("url").asText(),
              json.path("pid").asLong(),
              json.path("started_at_millis").asLong(),
              json.path("version").asText());
      return service.process().isPresent() ? Optional.of(service) : Optional.empty();
    } catch (IOException unreadable) {
      // A file that is just being replaced or was cut off by a full disk names no service.
      return Optional.empty();
    }
  }

  /** The process, while it runs. */
  public Optional<ProcessHandle> process() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(handle -> Math.abs(startOf(handle) - startedAtMillis) < CLOCK_STEP_MILLIS);
  }

  void write(Path dataFolder) throws IOException {
    var json = JSON.createObjectNode();
    json.put("url", url);
    json.put("pid", pid);
    json.put("started_at_millis", startedAtMillis);
    json.put("version", version);
    Path next = dataFolder.resolve(NAME + ".next");
    Files.writeString(next, json.toPrettyString() + "\n");
    Files.move(next, dataFolder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
  }

  static void delete(Path dataFolder) throws IOException {
    Files.deleteIfExists(dataFolder.resolve(NAME));
  }

  private static long startOf(ProcessHandle handle) {
    return handle.info().startInstant().map(java.time.Instant::toEpochMilli).orElse(0L);
  }
}
