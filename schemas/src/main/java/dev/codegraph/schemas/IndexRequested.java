package dev.codegraph.schemas;

/**
 * Somebody asked for a view to be brought to a revision: a push, a command, a full index, or the
 * materializer that found itself elsewhere.
 *
 * @param requestId Id of the job; readable, unique.
 * @param project Project key, id{@literal @}incarnation.
 * @param view Branch; empty: the default view of the project.
 * @param revision Full commit id, branch or tag to go to; empty: the head of the view.
 * @param full True: send the whole tree as a base changeset even when a difference would do.
 * @param source Who asked: cli, api, webhook-github, webhook-generic, materializer.
 * @param requestedAt Milliseconds since the epoch at which the request was accepted.
 * @param deliveryId Delivery id of a webhook; a repeated one is ignored. Empty otherwise.
 * @param standing Where the materializer found the view, when it asks again for a changeset that it
 *     could not apply; number 0 in everybody else's requests.
 */
public record IndexRequested(
    String requestId,
    String project,
    String view,
    String revision,
    boolean full,
    String source,
    long requestedAt,
    String deliveryId,
    ViewPosition standing) {
  /** Source of requests that the materializer repeats. */
  public static final String MATERIALIZER = "materializer";

  /** A request that knows nothing of where its view stands. */
  public IndexRequested(
      String requestId,
      String project,
      String view,
      String revision,
      boolean full,
      String source,
      long requestedAt,
      String deliveryId) {
    this(
        requestId,
        project,
        view,
        revision,
        full,
        source,
        requestedAt,
        deliveryId,
        ViewPosition.NONE);
  }
}
