package dev.codegraph.ingest;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One lane per project: its tasks run one after the other, those of different projects beside each
 * other. Lanes are platform threads, not virtual ones: reading a repository is work for the
 * processor, which the operating system shares out fairly, and whose time can be measured.
 */
final class RequestLanes implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RequestLanes.class);

  private final Map<String, Queue<Task>> waiting = new HashMap<>();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("ingest-", 0).factory());

  /** Something done in a lane. */
  interface Task {
    /** Does it; interrupted when the lanes close. */
    void run() throws InterruptedException;
  }

  /** Puts a task at the end of a lane. */
  void submit(String lane, Task task) {
    synchronized (waiting) {
      Queue<Task> queue = waiting.get(lane);
      if (queue != null) {
        queue.add(task);
        return;
      }
      queue = new ArrayDeque<>();
      queue.add(task);
      waiting.put(lane, queue);
    }
    try {
      threads.execute(() -> drain(lane));
    } catch (RejectedExecutionException e) {
      // The lanes are closed; what a request asks for is repeated by the next start.
      LOG.debug("lane {} is closed", lane);
    }
  }

  private void drain(String lane) {
    try {
      for (Task task = next(lane); task != null; task = next(lane)) {
        task.run();
      }
    } catch (InterruptedException e) {
      LOG.debug("lane {} ends with the service", lane);
      Thread.currentThread().interrupt();
    }
  }

  private @Nullable Task next(String lane) {
    synchronized (waiting) {
      Queue<Task> queue = waiting.get(lane);
      Task task = queue == null ? null : queue.poll();
      if (task == null) {
        waiting.remove(lane);
      }
      return task;
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    try {
      if (!threads.awaitTermination(Duration.ofSeconds(20).toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("a repository is still being read; its request will be repeated");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
