package dev.codegraph.program;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * What a child process and its parent say to each other over the standard streams: the child writes
 * one line when it is ready, and ends when its standard input does, which the system closes also
 * for a parent that was killed. Lines of the child's log go to the same stream; the parent passes
 * them on.
 */
public final class ChildProtocol {
  /** The line that says that a child is ready; no log line can begin like that. */
  static final String READY = "\u0006ready";

  /** Exit status of a child that could not end in order after its parent had gone. */
  private static final int ABANDONED = 70;

  /** How long a terminated child goes on, so that its parent can stop in order. */
  private static final Duration PARENT_STOP_LIMIT = Duration.ofSeconds(30);

  private final PrintStream out =
      new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Duration patience;

  private ChildProtocol(Duration patience) {
    this.patience = patience;
  }

  /**
   * Begins to watch the parent.
   *
   * @param patience How long this process may take to end in order once the parent has gone; then
   *     it is halted, also when it hangs in its start.
   */
  public static ChildProtocol open(Duration patience) {
    ChildProtocol protocol = new ChildProtocol(patience);
    // A terminal sends these to the whole process group; only the parent decides what they mean.
    Signal.handle(new Signal("INT"), SignalHandler.SIG_IGN);
    Signal.handle(new Signal("HUP"), SignalHandler.SIG_IGN);
    // Who stops a whole group or unit sends this to everybody: the parent still needs its child.
    Signal.handle(new Signal("TERM"), signal -> protocol.endUnlessParentDoes());
    Thread watcher = new Thread(protocol::watch, "parent-watch");
    watcher.setDaemon(true);
    watcher.start();
    return protocol;
  }

  /** Tells the parent that this child is ready. */
  public void ready() {
    out.println(READY);
  }

  /** Waits until the parent has closed the stream, or has died. */
  public void awaitEnd() throws InterruptedException {
    ended.await();
  }

  private void endUnlessParentDoes() {
    Thread timer =
        new Thread(
            () -> {
              try {
                if (!ended.await(PARENT_STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                  ended.countDown();
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "terminated");
    timer.setDaemon(true);
    timer.start();
  }

  private void watch() {
    InputStream in = System.in;
    try {
      while (in.read() >= 0) {
        // The parent sends nothing; only the end of the stream says something.
      }
    } catch (IOException gone) {
      // A broken stream is an ended one.
    }
    ended.countDown();
    try {
      Thread.sleep(patience);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(ABANDONED);
  }
}
