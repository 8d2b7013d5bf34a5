package dev.codegraph.program;

import dev.codegraph.program.broker.TopicAdmin;
import dev.codegraph.program.config.CodeGraphConfig;
import dev.codegraph.schemas.CodeGraphException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a start would meet, looked at without serving and without changing anything. */
final class Rehearsal {
  /**
   * One thing that was looked at.
   *
   * @param name What it is.
   * @param isWell Whether a start would succeed there.
   * @param detail A sentence for people.
   * @param exit The exit status of a start that fails there.
   */
  record Check(String name, boolean isWell, String detail, ExitCode exit) {}

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private Rehearsal() {}

  static List<Check> of(CodeGraphConfig config, Set<Role> roles) {
    List<Check> checks = new ArrayList<>();
    checks.add(dataFolder(config.dataFolder()));
    checks.add(dataFolder(config.database().path()));
    if (roles.contains(Role.QUERY)) {
      checks.add(port(config.server().host(), config.server().port()));
    }
    if (!config.kafka().isEmbedded()) {
      checks.add(cluster(config));
    }
    return checks;
  }

  private static Check dataFolder(Path folder) {
    Path existing = existing(folder.toAbsolutePath());
    boolean usable = existing != null && Files.isDirectory(existing) && Files.isWritable(existing);
    return new Check(
        "folder " + folder,
        usable,
        usable ? "can be written" : "cannot be written: " + existing,
        ExitCode.DATABASE);
  }

  private static @Nullable Path existing(Path folder) {
    Path candidate = folder;
    while (candidate != null && !Files.exists(candidate)) {
      candidate = candidate.getParent();
    }
    return candidate;
  }

  private static Check port(String host, int port) {
    String name = "port %s:%d".formatted(host, port);
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(host, port));
      return new Check(name, true, "is free", ExitCode.FAILED);
    } catch (IOException e) {
      return new Check(
          name,
          false,
          "cannot bind: " + String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT),
          ExitCode.FAILED);
    }
  }

  private static Check cluster(CodeGraphConfig config) {
    String name = "kafka " + config.kafka().bootstrapServers();
    try {
      new TopicAdmin(
              Assembly.kafka(config, config.kafka().bootstrapServers(), "rehearsal"), PATIENCE)
          .ping();
      return new Check(name, true, "answers", ExitCode.DATABASE);
    } catch (CodeGraphException e) {
      return new Check(name, false, e.code() + " " + e.getMessage(), ExitCode.of(e.code()));
    }
  }
}
