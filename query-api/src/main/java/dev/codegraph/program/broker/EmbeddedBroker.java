package dev.codegraph.program.broker;

import dev.codegraph.program.ChildSupervisor;
import dev.codegraph.program.JavaCommand;
import dev.codegraph.schemas.CodeGraphException;
import dev.codegraph.schemas.ErrorCode;
import dev.codegraph.schemas.Stage;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka broker of our own, for one machine: a child process on loopback ports that are picked
 * once and remembered in its folder. When it is killed it comes back on the same ports, so that
 * clients only see a pause. It listens on 127.0.0.1 only and asks for no password: who can run a
 * process on this machine can read it, as they can read the folder when its permissions allow.
 */
public final class EmbeddedBroker implements Stage {
  private static final Duration START_LIMIT = Duration.ofSeconds(120);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

  /** How long a broker that an earlier, killed program left behind may take to end. */
  private static final Duration LEFTOVER_LIMIT = Duration.ofSeconds(30);

  private final Path folder;
  private final Path archive;
  private final List<String> options;
  private final Consumer<String> output;
  private @Nullable ChildSupervisor child;
  private @Nullable Ports ports;

  /**
   * A broker with no options of its own.
   *
   * @param folder Folder of its data; created when absent.
   * @param archive Where its class data archive is or will be.
   * @param output Where the lines of its log go.
   */
  public EmbeddedBroker(Path folder, Path archive, Consumer<String> output) {
    this(folder, archive, List.of(), output);
  }

  /**
   * A broker.
   *
   * @param folder Folder of its data; created when absent.
   * @param archive Where its class data archive is or will be.
   * @param options Further options of its JVM.
   * @param output Where the lines of its log go.
   */
  public EmbeddedBroker(Path folder, Path archive, List<String> options, Consumer<String> output) {
    this.folder = folder;
    this.archive = archive;
    this.options = List.copyOf(options);
    this.output = output;
  }

  @Override
  public String name() {
    return "broker";
  }

  @Override
  public void start() {
    Ports chosen;
    try {
      Files.createDirectories(folder);
      chosen = awaitLeftoverThenPick();
    } catch (IOException e) {
      throw new CodeGraphException(
          ErrorCode.CG001, "cannot use the broker's folder " + folder + ": " + e.getMessage(), e);
    }
    ports = chosen;
    ChildSupervisor started =
        new ChildSupervisor(
            name(), command(chosen), START_LIMIT, STOP_LIMIT, ErrorCode.CG001, output);
    child = started;
    started.start();
  }

  /**
   * Where clients connect, {@code host:port}.
   *
   * @throws IllegalStateException before {@link #start()}
   */
  public String bootstrapServers() {
    Ports known = ports;
    if (known == null) {
      throw new IllegalStateException("the broker has not been started");
    }
    return "127.0.0.1:" + known.broker();
  }

  /** The process id of the broker, or -1 while there is none. */
  public long pid() {
    ChildSupervisor running = child;
    return running == null ? -1 : running.pid();
  }

  @Override
  public Health health() {
    ChildSupervisor running = child;
    return running == null ? new Health(Health.Status.STARTING, "not started") : running.health();
  }

  @Override
  public void close() {
    ChildSupervisor running = child;
    if (running != null) {
      running.close();
    }
  }

  private List<String> command(Ports chosen) {
    List<String> all = new ArrayList<>();
    all.add("-Xmx256m");
    all.add("-XX:+UseSerialGC");
    // A broker moves bytes: the first compiler is enough, and halves the CPU of a start.
    all.add("-XX:TieredStopAtLevel=1");
    all.add("-XX:+ExitOnOutOfMemoryError");
    all.add("-XX:ErrorFile=" + folder.resolve("broker_crash_%p.log"));
    all.addAll(options);
    return JavaCommand.of(
        all,
        archive,
        BrokerProcess.class.getName(),
        List.of(
            folder.toString(),
            Integer.toString(chosen.broker()),
            Integer.toString(chosen.controller())));
  }

  /**
   * The remembered ports, or new ones when there are none or somebody else took them. A broker
   * whose program was killed is still ending: it holds the lock until it has left its ports.
   */
  @SuppressWarnings("try") // held, not read
  private Ports awaitLeftoverThenPick() throws IOException {
    Path file = folder.resolve("ports.properties");
    try (FileChannel channel = openLock(folder);
        FileLock lock = await(channel)) {
      Properties remembered = new Properties();
      if (Files.exists(file)) {
        try (var reader = Files.newBufferedReader(file)) {
          remembered.load(reader);
        }
        Ports ports =
            new Ports(
                Integer.parseInt(remembered.getProperty("broker", "0")),
                Integer.parseInt(remembered.getProperty("controller", "0")));
        if (ports.broker() > 0 && ports.controller() > 0 && ports.areFree()) {
          return ports;
        }
      }
      Ports picked = Ports.pick(RandomGenerator.getDefault());
      remembered.setProperty("broker", Integer.toString(picked.broker()));
      remembered.setProperty("controller", Integer.toString(picked.controller()));
      try (var writer = Files.newBufferedWriter(file)) {
        remembered.store(writer, "Where the embedded broker listens on 127.0.0.1.");
      }
      return picked;
    }
  }

  /** The file whose lock a broker process holds while it runs. */
  static FileChannel openLock(Path folder) throws IOException {
    return FileChannel.open(
        folder.resolve("broker.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private FileLock await(FileChannel channel) throws IOException {
    CompletableFuture<FileLock> locked = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                locked.complete(channel.lock());
              } catch (IOException | OverlappingFileLockException e) {
                locked.completeExceptionally(e);
              }
            });
    try {
      return locked.get(LEFTOVER_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new CodeGraphException(
          ErrorCode.CG001,
          "another broker still uses " + folder + "; stop the program that started it",
          e);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for " + folder, e);
    }
  }
}
