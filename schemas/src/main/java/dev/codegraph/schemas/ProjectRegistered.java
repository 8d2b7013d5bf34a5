package dev.codegraph.schemas;

import java.util.List;

/**
 * A project as the registry holds it: the last record of a key is what is true. A deletion is a
 * record with deleted set, never a bare tombstone, which records in flight would overtake;
 * registering the name again takes the next incarnation.
 *
 * @param project Project id: lower-case letters, digits, dot, dash and underscore; the key of the
 *     topic.
 * @param incarnation Counts the lives of the id, from 1; every key of every other topic carries it.
 * @param name Name for people.
 * @param repository Path or URL of the git repository.
 * @param branch The default view; empty: the branch that HEAD of the repository names.
 * @param createdAt Milliseconds since the epoch.
 * @param deleted True when this incarnation is gone.
 * @param ignorePatterns Ignore patterns of this project, in addition to the configured ones.
 */
public record ProjectRegistered(
    String project,
    int incarnation,
    String name,
    String repository,
    String branch,
    long createdAt,
    boolean deleted,
    List<String> ignorePatterns) {}
