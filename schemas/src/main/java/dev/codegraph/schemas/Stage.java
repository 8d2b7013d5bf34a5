package dev.codegraph.schemas;

/**
 * A running part of the program that can be started once and closed once. Constructors do no I/O;
 * {@link #start()} does.
 */
public interface Stage extends AutoCloseable {
  /** Short name for logs and health, such as {@code parser}. */
  String name();

  /**
   * Starts the stage; returns when it has been started, not when it has caught up.
   *
   * @throws CodeGraphException when it cannot start
   */
  void start();

  /** How it is now; never blocks. */
  Health health();

  /** Stops the stage and waits for it. */
  @Override
  void close();

  /**
   * The state of a stage.
   *
   * @param status What it can do.
   * @param detail A sentence for people.
   */
  record Health(Status status, String detail) {
    /** What a component can do. */
    public enum Status {
      STARTING,
      HEALTHY,
      DEGRADED,
      UNHEALTHY
    }
  }
}
