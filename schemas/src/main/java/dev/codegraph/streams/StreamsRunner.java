package dev.codegraph.streams;

import dev.codegraph.schemas.CodeGraphException;
import dev.codegraph.schemas.ErrorCode;
import dev.codegraph.schemas.Stage.Health;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One running topology. A thread that fails is replaced after a pause and makes the health degraded
 * for a while: what failed is tried again, loudly.
 */
public final class StreamsRunner implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StreamsRunner.class);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final Duration REMEMBER_FAILURE = Duration.ofMinutes(1);

  private final Supplier<Topology> topology;
  private final Properties properties;
  private final AtomicLong failedAtNanos = new AtomicLong();
  private volatile boolean hasFailed;
  private volatile @Nullable KafkaStreams streams;

  public StreamsRunner(Supplier<Topology> topology, Properties properties) {
    this.topology = topology;
    this.properties = properties;
  }

  /**
   * Starts the topology.
   *
   * @throws CodeGraphException CG001 when it cannot be started
   */
  public void start() {
    try {
      KafkaStreams starting = new KafkaStreams(topology.get(), properties);
      starting.setUncaughtExceptionHandler(this::replace);
      starting.setGlobalStateRestoreListener(new RestoreLog());
      starting.start();
      streams = starting;
    } catch (StreamsException e) {
      throw new CodeGraphException(
          ErrorCode.CG001,
          properties.get("application.id") + " cannot be started: " + e.getMessage(),
          e);
    }
  }

  private StreamThreadExceptionResponse replace(Throwable failure) {
    LOG.error("a thread of {} failed and is replaced", properties.get("application.id"), failure);
    failedAtNanos.set(System.nanoTime());
    hasFailed = true;
    LockSupport.parkNanos(PAUSE.toNanos());
    return StreamThreadExceptionResponse.REPLACE_THREAD;
  }

  /** The running streams. */
  public KafkaStreams streams() {
    KafkaStreams running = streams;
    if (running == null) {
      throw new IllegalStateException("not started");
    }
    return running;
  }

  /**
   * How the topology is.
   *
   * @param healthyDetail What to say when it is well.
   */
  public Health health(String healthyDetail) {
    KafkaStreams running = streams;
    if (running == null) {
      return new Health(Health.Status.STARTING, "not started");
    }
    return switch (running.state()) {
      case RUNNING ->
          failedLately()
              ? new Health(Health.Status.DEGRADED, "a thread failed in the last minute")
              : new Health(Health.Status.HEALTHY, healthyDetail);
      case CREATED, REBALANCING ->
          new Health(Health.Status.STARTING, "restoring its stores or joining its group");
      case PENDING_SHUTDOWN, NOT_RUNNING, PENDING_ERROR, ERROR ->
          new Health(Health.Status.UNHEALTHY, "streams are " + running.state());
    };
  }

  private boolean failedLately() {
    return hasFailed && System.nanoTime() - failedAtNanos.get() < REMEMBER_FAILURE.toNanos();
  }

  @Override
  public void close() {
    KafkaStreams running = streams;
    if (running != null && !running.close(CLOSE_TIMEOUT)) {
      LOG.warn("{} did not close in time", properties.get("application.id"));
    }
  }
}
