package dev.codegraph.graph.stream;

import dev.codegraph.schemas.ProjectRegistered;

/** What arrived, told to the step that applies changesets. */
sealed interface Arrival {
  /** A record was kept in a store. */
  record Kept(String store, String key) implements Arrival {}

  /** The registry says something about a project. */
  record Project(ProjectRegistered project) implements Arrival {}
}
