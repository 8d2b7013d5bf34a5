package dev.codegraph.graph.store;

/**
 * A view of a project: what an answer is about.
 *
 * @param project Project key, id@incarnation.
 * @param view Branch.
 */
public record ViewId(String project, String view) implements Comparable<ViewId> {
  @Override
  public int compareTo(ViewId other) {
    int byProject = project.compareTo(other.project);
    return byProject != 0 ? byProject : view.compareTo(other.view);
  }

  @Override
  public String toString() {
    return project + "/" + view;
  }
}
