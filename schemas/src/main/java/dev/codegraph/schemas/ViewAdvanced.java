package dev.codegraph.schemas;

import java.util.List;

/**
 * The place up to which ingest has sent changesets of a view. Written after the changeset itself is
 * acknowledged, so that a crash repeats a changeset rather than losing it.
 *
 * @param project Project key, id{@literal @}incarnation.
 * @param view Branch.
 * @param number Number of the last changeset sent.
 * @param revision Commit id it leads to.
 * @param identity Identity of that changeset.
 * @param settings Settings hash in force.
 * @param requestPartition Partition of the index-requests topic that the request came from.
 * @param requestOffset Offset of that request; a request of the same partition at or below it was
 *     answered already, and a redelivery of it must not make a second changeset.
 * @param epoch How often the view was taken back to where the materializer stands; a head of a
 *     later epoch counts whatever its number.
 * @param trail Identities of the last changesets of this line, newest first, at most 16.
 * @param incomplete True when a content of this line could not be read, so that the log may lack
 *     contents of the tree; a whole tree without such a content ends it.
 */
public record ViewAdvanced(
    String project,
    String view,
    long number,
    String revision,
    String identity,
    String settings,
    int requestPartition,
    long requestOffset,
    long epoch,
    List<String> trail,
    boolean incomplete) {}
