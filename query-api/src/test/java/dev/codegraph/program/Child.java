package dev.codegraph.program;

import java.time.Duration;

/** A child process that says that it was started, and waits for its end. */
public final class Child {
  private Child() {}

  public static void main(String[] args) throws InterruptedException {
    if (args[0].equals("dies")) {
      System.exit(7);
    }
    ChildProtocol parent = ChildProtocol.open(Duration.ofSeconds(10));
    System.out.println("started");
    parent.ready();
    parent.awaitEnd();
    System.out.println("ended in order");
  }
}
