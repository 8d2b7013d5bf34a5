package dev.codegraph.program;

import dev.codegraph.program.config.CodeGraphConfig;
import dev.codegraph.program.config.ConfigLoader;
import dev.codegraph.program.config.LoadedConfig;
import dev.codegraph.program.config.Problem;
import dev.codegraph.schemas.CodeGraphException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sun.misc.Signal;

/**
 * A server from its start to its end: what the system says to it, and what it says to the system.
 * It ends on SIGTERM and SIGINT, on the end of its parent when it has one, and reads its
 * configuration again on SIGHUP.
 */
final class Server {
  private static final Logger LOG = LoggerFactory.getLogger(Server.class);

  private static final Duration PATIENCE_OF_CHILD = Duration.ofSeconds(20);

  private final ConfigLoader loader;
  private final Launch launch;
  private final LoadedConfig loaded;
  private final CodeGraphConfig config;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);

  Server(ConfigLoader loader, Launch launch, LoadedConfig loaded, CodeGraphConfig config) {
    this.loader = loader;
    this.launch = launch;
    this.loaded = loaded;
    this.config = config;
  }

  /**
   * Runs until it is told to stop.
   *
   * @param isDetached Whether to leave the terminal's session first.
   */
  ExitCode run(boolean isDetached) throws InterruptedException {
    ChildProtocol parent = launch.isSupervised() ? ChildProtocol.open(PATIENCE_OF_CHILD) : null;
    if (isDetached) {
      ProcessSession.begin();
    }
    Logging.apply(config.logging());
    ProcessName.set(launch.isSupervised() ? "codegraph-" + launch.roleNames() : Main.SERVER);
    Thread.setDefaultUncaughtExceptionHandler(Server::uncaught);
    sayWhatWasRead();

    Assembly assembly = new Assembly(config, launch);
    try {
      assembly.start();
    } catch (CodeGraphException e) {
      LOG.error("failed to start: {} {}", e.code(), e.getMessage());
      LOG.debug("failed to start", e);
      return ExitCode.of(e.code());
    } catch (RuntimeException e) {
      LOG.error("failed to start", e);
      return ExitCode.FAILED;
    }
    if (parent != null) {
      parent.ready();
      parent.awaitEnd();
      assembly.close();
      return ExitCode.OK;
    }
    Signal.handle(new Signal("HUP"), signal -> reload());
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
    ExitCode result = ExitCode.OK;
    try {
      announce(assembly);
      stopping.await();
      ServiceFile.delete(config.dataFolder());
    } catch (IOException e) {
      LOG.error("{} cannot be written", config.dataFolder(), e);
      result = ExitCode.DATABASE;
    }
    assembly.close();
    LOG.info("stopped");
    stopped.countDown();
    return result;
  }

  private void announce(Assembly assembly) throws IOException {
    Optional<String> url = assembly.url();
    if (url.isPresent()) {
      ServiceFile.ofThisProcess(url.get()).write(config.dataFolder());
    }
    LOG.info(
        "codegraph {} is ready{}, roles {}",
        Version.current(),
        url.map(place -> " at " + place).orElse(""),
        launch.roleNames());
  }

  /** Runs in the shutdown hook: the process ends when this returns. */
  private void stop() {
    stopping.countDown();
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void sayWhatWasRead() {
    if (launch.isSupervised()) {
      return;
    }
    LOG.info(
        "configuration: {}, {} keys set otherwise, data in {}",
        loaded.file() == null ? "no file" : loaded.file(),
        loaded.effective().values().stream()
            .filter(value -> value.source().equals("env") || value.source().equals("flag"))
            .count(),
        config.dataFolder());
    loaded.unknown().forEach(problem -> LOG.warn("configuration: {}", problem));
    loaded.warnings().forEach(problem -> LOG.warn("configuration: {}", problem));
    String host = config.server().host();
    if (launch.roles().contains(Role.QUERY) && !isLoopback(host)) {
      LOG.warn("server.host is {}: others can reach this service, and it asks for no key", host);
    }
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost") || host.equals("::1") || host.startsWith("127.");
  }

  private void reload() {
    LoadedConfig again = loader.load(launch.configFile(), launch.settings());
    CodeGraphConfig read = again.config();
    if (read == null) {
      for (Problem problem : again.problems()) {
        LOG.error("configuration not reloaded: {}", problem);
      }
      return;
    }
    Logging.apply(read.logging());
    LOG.info("configuration reloaded: [logging] is in force, other keys need a restart");
  }

  private static void uncaught(Thread thread, Throwable failure) {
    if (failure instanceof OutOfMemoryError) {
      LOG.error("out of memory in thread {}; ending", thread.getName(), failure);
      Runtime.getRuntime().halt(ExitCode.FAILED.status());
    }
    LOG.error("thread {} failed", thread.getName(), failure);
  }
}
