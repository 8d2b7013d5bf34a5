package dev.codegraph.graph.apply;

/**
 * A changeset that cannot be applied: what must balance does not. Its view stays where it is;
 * others go on.
 */
public final class ChangesetFailedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  ChangesetFailedException(String message) {
    super(message);
  }
}
