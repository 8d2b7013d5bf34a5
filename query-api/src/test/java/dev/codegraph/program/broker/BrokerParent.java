package dev.codegraph.program.broker;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A program that starts a broker, says so, and waits to be killed. */
public final class BrokerParent {
  private BrokerParent() {}

  public static void main(String[] args) throws InterruptedException {
    Path folder = Path.of(args[0]);
    EmbeddedBroker broker =
        new EmbeddedBroker(folder, folder.resolveSibling("broker.jsa"), System.err::println);
    broker.start();
    System.out.println(broker.pid());
    System.out.println(broker.bootstrapServers());
    new CountDownLatch(1).await();
  }
}
