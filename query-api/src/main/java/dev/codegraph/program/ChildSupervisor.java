package dev.codegraph.program;

import dev.codegraph.schemas.CodeGraphException;
import dev.codegraph.schemas.ErrorCode;
import dev.codegraph.schemas.Stage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one child process alive: starts it, waits for its word that it is ready, and starts it
 * again when it dies, at once the first time and more slowly while it keeps dying. A child outlives
 * neither {@link #close()} nor the death of this process, see {@link ChildProtocol}.
 */
public final class ChildSupervisor implements Stage {
  private static final Logger LOG = LoggerFactory.getLogger(ChildSupervisor.class);

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

  /** A child that lived this long was well: its death begins a new count. */
  private static final Duration WELL = Duration.ofSeconds(60);

  private final String name;
  private final List<String> command;
  private final Duration startLimit;
  private final Duration stopLimit;
  private final ErrorCode code;
  private final Consumer<String> output;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final AtomicLong restarts = new AtomicLong();

  private volatile Health health = new Health(Health.Status.STARTING, "not started");
  private @Nullable Thread keeper;
  private @Nullable Process process;

  /**
   * A supervisor; {@link #start()} starts the child.
   *
   * @param name Name in logs and health.
   * @param command Command line of the child.
   * @param startLimit How long a start may take until the child is given up and killed.
   * @param stopLimit How long a stop may take until the child is killed.
   * @param code The code of a child that does not start.
   * @param output Where the lines go that the child writes.
   */
  public ChildSupervisor(
      String name,
      List<String> command,
      Duration startLimit,
      Duration stopLimit,
      ErrorCode code,
      Consumer<String> output) {
    this.name = name;
    this.command = command;
    this.startLimit = startLimit;
    this.stopLimit = stopLimit;
    this.code = code;
    this.output = output;
  }

  @Override
  public String name() {
    return name;
  }

  /** Starts the child and waits until it is ready. */
  @Override
  public void start() {
    Process first;
    try {
      first = launch();
    } catch (IOException e) {
      throw new CodeGraphException(code, "the " + name + " process could not be run: " + e, e);
    }
    if (!isReady(first)) {
      stop(first);
      throw new CodeGraphException(
          code,
          "the %s process did not start (%s); its log above says why"
              .formatted(name, first.isAlive() ? "no sign of life" : "exit " + first.exitValue()));
    }
    health = new Health(Health.Status.HEALTHY, "process " + first.pid());
    keeper = Thread.ofPlatform().daemon().name(name + "-keeper").start(() -> keep(first));
  }

  @Override
  public Health health() {
    return health;
  }

  /** How often the child was started again. */
  public long restarts() {
    return restarts.get();
  }

  /** The process id of the child that runs now, or -1. */
  public synchronized long pid() {
    return process == null || !process.isAlive() ? -1 : process.pid();
  }

  /** Asks the child to end, waits, and kills it when that takes too long. */
  @Override
  public void close() {
    closing.countDown();
    Process running;
    synchronized (this) {
      running = process;
    }
    if (running != null) {
      stop(running);
    }
    Thread thread = keeper;
    if (thread != null) {
      thread.interrupt();
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    health = new Health(Health.Status.UNHEALTHY, "stopped");
  }

  private void keep(Process first) {
    Process running = first;
    long startedAt = System.nanoTime();
    int deaths = 0;
    while (true) {
      try {
        int status = running.waitFor();
        if (isClosing(Duration.ZERO)) {
          return;
        }
        boolean wasWell = System.nanoTime() - startedAt > WELL.toNanos();
        deaths = wasWell ? 1 : deaths + 1;
        Duration pause = pause(deaths);
        LOG.warn(
            "{} process {} ended with status {}; starting it again in {} ms",
            name,
            running.pid(),
            status,
            pause.toMillis());
        health =
            new Health(
                deaths > 3 ? Health.Status.UNHEALTHY : Health.Status.DEGRADED,
                "ended with status %d, %d times in a row".formatted(status, deaths));
        if (isClosing(pause)) {
          return;
        }
        startedAt = System.nanoTime();
        restarts.incrementAndGet();
        running = launch();
        if (isReady(running)) {
          health = new Health(Health.Status.HEALTHY, "process " + running.pid());
          LOG.info("{} process {} is ready again", name, running.pid());
        } else {
          stop(running);
        }
      } catch (IOException e) {
        LOG.error("{} process could not be run again", name, e);
        health = new Health(Health.Status.UNHEALTHY, "could not be run: " + e.getMessage());
        return;
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** None after the first death, then doubled from half a second. */
  private static Duration pause(int deaths) {
    if (deaths <= 1) {
      return Duration.ZERO;
    }
    Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(deaths - 2, 10));
    return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
  }

  private boolean isClosing(Duration within) throws InterruptedException {
    return closing.await(within.toMillis(), TimeUnit.MILLISECONDS);
  }

  private synchronized Process launch() throws IOException {
    if (closing.getCount() == 0) {
      throw new IOException(name + " is being stopped");
    }
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    return process;
  }

  /** Reads the lines of a child until it is ready, has ended or has used up its time. */
  private boolean isReady(Process child) {
    CountDownLatch said = new CountDownLatch(1);
    boolean[] ready = new boolean[1];
    Thread.ofPlatform()
        .daemon()
        .name(name + "-output")
        .start(
            () -> {
              try (BufferedReader lines =
                  new BufferedReader(
                      new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                  if (line.equals(ChildProtocol.READY)) {
                    ready[0] = true;
                    said.countDown();
                  } else {
                    output.accept(line);
                  }
                }
              } catch (IOException e) {
                LOG.debug("output of {} process ended", name, e);
              } finally {
                said.countDown();
              }
            });
    try {
      return said.await(startLimit.toMillis(), TimeUnit.MILLISECONDS) && ready[0];
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void stop(Process child) {
    try {
      child.getOutputStream().close();
    } catch (IOException e) {
      LOG.debug("input of {} process was closed already", name, e);
    }
    boolean ended = false;
    try {
      ended = child.waitFor(stopLimit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!ended) {
      LOG.warn("{} process {} did not stop within {}; killing it", name, child.pid(), stopLimit);
      child.destroyForcibly();
    }
  }
}
