package dev.codegraph.pipeline;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** Reads in a thread of its own, again and again until closed, each of which must succeed. */
public final class ReadsMeanwhile implements AutoCloseable {
  private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
  private final AtomicLong reads = new AtomicLong();
  private final Thread thread;
  private volatile boolean isClosed;

  /**
   * Begins to read.
   *
   * @param get How a path is asked for.
   * @param paths What is read, in turn.
   */
  public ReadsMeanwhile(Function<String, HttpResponse<String>> get, List<String> paths) {
    thread = Thread.ofVirtual().start(() -> read(get, paths));
  }

  private void read(Function<String, HttpResponse<String>> get, List<String> paths) {
    while (!isClosed) {
      for (String path : paths) {
        try {
          HttpResponse<String> answer = get.apply(path);
          if (answer.statusCode() != 200) {
            failures.add(path + " answered " + answer.statusCode() + " " + answer.body());
          }
        } catch (RuntimeException | AssertionError e) {
          failures.add(path + " failed: " + e);
        }
        reads.incrementAndGet();
      }
      Pipeline.pause();
    }
  }

  /** Stops reading; returns what failed. */
  public List<String> failures() {
    close();
    return List.copyOf(failures);
  }

  /** How many reads there were. */
  public long count() {
    return reads.get();
  }

  @Override
  public void close() {
    isClosed = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
