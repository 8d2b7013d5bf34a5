package dev.codegraph.program.broker;

import dev.codegraph.schemas.CodeGraphException;
import dev.codegraph.schemas.ErrorCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.random.RandomGenerator;

/**
 * The two loopback ports of a broker. They lie below the range from which Linux and macOS take the
 * ports of outgoing connections, so that a port that is remembered is still free after a restart.
 *
 * @param broker Where clients connect.
 * @param controller Where the broker finds its controller.
 */
record Ports(int broker, int controller) {
  private static final int LOWEST = 20_000;
  private static final int HIGHEST = 32_000;
  private static final int ATTEMPTS = 200;

  /**
   * A pair of ports that are free now.
   *
   * @throws CodeGraphException CG001 when none was found
   */
  static Ports pick(RandomGenerator random) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int port = random.nextInt(LOWEST, HIGHEST);
      Ports ports = new Ports(port, port + 1);
      if (ports.areFree()) {
        return ports;
      }
    }
    throw new CodeGraphException(
        ErrorCode.CG001,
        "no two free ports between %d and %d on 127.0.0.1 for the embedded broker"
            .formatted(LOWEST, HIGHEST));
  }

  /** Whether nobody listens on either. */
  boolean areFree() {
    return isFree(broker) && isFree(controller);
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
