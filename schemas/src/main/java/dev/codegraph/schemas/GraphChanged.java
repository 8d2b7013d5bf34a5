package dev.codegraph.schemas;

import java.util.List;

/**
 * What one changeset did to one file of the graph: the public feed. The first changeset of a view
 * is announced by one record without path.
 *
 * @param project Project key, id{@literal @}incarnation.
 * @param view Branch.
 * @param number Number of the changeset.
 * @param ordinal Place of this record within the changeset.
 * @param revision Commit id.
 * @param path Path of the file; empty for the announcement of a base.
 * @param addedEntities Entity ids that are new.
 * @param removedEntities Entity ids that are gone.
 * @param addedEdges Edges that are new.
 * @param removedEdges Edges that are gone.
 */
public record GraphChanged(
    String project,
    String view,
    long number,
    int ordinal,
    String revision,
    String path,
    List<String> addedEntities,
    List<String> removedEntities,
    List<EdgeChange> addedEdges,
    List<EdgeChange> removedEdges) {}
