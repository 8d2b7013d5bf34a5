package dev.codegraph.graph.apply;

import dev.codegraph.schemas.ManifestEntry;
import java.util.List;

/**
 * A whole changeset, its slices put together.
 *
 * @param number Place in the view.
 * @param identity Identity.
 * @param base Whether the entries are the whole tree.
 * @param fromRevision Commit id before; empty for the first.
 * @param revision Commit id.
 * @param requestId The request that caused it.
 * @param settings Hash of the settings that decided what is skipped.
 * @param author Author of the commit.
 * @param authoredAt Author time, milliseconds since the epoch.
 * @param message Commit message.
 * @param requestedAt When the request was accepted, milliseconds since the epoch.
 * @param entries All entries, sorted by path.
 */
public record Changeset(
    long number,
    String identity,
    boolean base,
    String fromRevision,
    String revision,
    String requestId,
    String settings,
    String author,
    long authoredAt,
    String message,
    long requestedAt,
    List<ManifestEntry> entries) {}
