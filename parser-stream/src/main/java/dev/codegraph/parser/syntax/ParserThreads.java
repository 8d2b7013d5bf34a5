package dev.codegraph.parser.syntax;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes threads with a stack that is large enough for tree-sitter's native recursion. The stack is
 * virtual memory: only what a parse touches is ever real.
 */
public final class ParserThreads implements ThreadFactory {
  /** Stack of each thread: 64 bytes per byte of a 2 MiB file. */
  public static final long STACK_BYTES = 128L << 20;

  private final ThreadGroup group;
  private final AtomicInteger made = new AtomicInteger();

  /** Threads are named after the group: {@code <name>-1} and so on. */
  public ParserThreads(String name) {
    this.group = new ThreadGroup(name);
  }

  @Override
  public Thread newThread(Runnable task) {
    String name = group.getName() + "-" + made.incrementAndGet();
    Thread thread = new Thread(group, task, name, STACK_BYTES);
    thread.setDaemon(true);
    return thread;
  }
}
