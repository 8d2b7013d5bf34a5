package dev.codegraph.schemas;

/**
 * A place of a view that exists: a changeset that was applied.
 *
 * @param number Number of the changeset; 0: no place.
 * @param identity Its identity.
 * @param revision Commit id it led to.
 * @param settings Hash of the settings that were in force.
 */
public record ViewPosition(long number, String identity, String revision, String settings) {
  /** No place. */
  public static final ViewPosition NONE = new ViewPosition(0, "", "", "");
}
