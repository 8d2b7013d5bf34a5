package dev.codegraph.schemas;

import java.util.List;

/**
 * One slice of a manifest: the paths that differ between two revisions of a view. A changeset is
 * complete when all its slices are there and every content they name has facts; slices of one
 * changeset agree in everything but slice and entries.
 *
 * @param project Project key, id{@literal @}incarnation.
 * @param view Branch.
 * @param number Place of the changeset in its view, from 1.
 * @param identity Hash over from, to, request and settings: the same difference has the same
 *     identity.
 * @param slice Index of this slice.
 * @param slices How many slices the changeset has.
 * @param base True: the entries are the whole tree; a path that is not named does not exist.
 * @param fromRevision Commit id the view stood at; empty for the first.
 * @param toRevision Commit id the view goes to.
 * @param requestId The request that caused it.
 * @param settings Hash of the settings that decided what is skipped.
 * @param author Author of the target commit, name and address.
 * @param authoredAt Author time, milliseconds since the epoch.
 * @param message Message of the target commit; what is beyond 64 Ki characters is cut, and the cut
 *     is named at the end.
 * @param requestedAt When the request was accepted, milliseconds since the epoch.
 * @param recordedAt When the changeset was asked for, equal to requestedAt, so that a repeated
 *     request writes the same bytes; informational, outside identity.
 * @param asked The revision that the request named; empty when it asked for the head of the branch.
 * @param entries The paths of this slice, sorted by path over all slices.
 */
public record ChangesetRecorded(
    String project,
    String view,
    long number,
    String identity,
    int slice,
    int slices,
    boolean base,
    String fromRevision,
    String toRevision,
    String requestId,
    String settings,
    String author,
    long authoredAt,
    String message,
    long requestedAt,
    long recordedAt,
    String asked,
    List<ManifestEntry> entries) {}
