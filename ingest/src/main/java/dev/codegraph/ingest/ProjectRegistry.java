package dev.codegraph.ingest;

import dev.codegraph.schemas.KafkaConfig;
import dev.codegraph.schemas.ProjectRegistered;
import dev.codegraph.schemas.Stage;
import dev.codegraph.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;

/**
 * The projects, as the projects topic has them: read from its beginning at start and followed ever
 * after. Every process that needs to know a project has one; all of it is in memory.
 */
public final class ProjectRegistry implements Stage {
  private final TopicTail<ProjectRegistered> tail;
  private final Map<String, ProjectRegistered> projects = new ConcurrentSkipListMap<>();
  private final List<Consumer<ProjectRegistered>> followers = new ArrayList<>();

  /**
   * @param kafka How to reach the log.
   */
  public ProjectRegistry(KafkaConfig kafka) {
    this.tail = new TopicTail<>(kafka, Topics.PROJECTS, this::accept);
  }

  /** The projects that are not deleted, sorted by id. */
  public List<ProjectRegistered> list() {
    return projects.values().stream().filter(project -> !project.deleted()).toList();
  }

  /** The project with an id, unless it is deleted. */
  public Optional<ProjectRegistered> get(String id) {
    return last(id).filter(project -> !project.deleted());
  }

  /** The last record of an id, deletions included. */
  public Optional<ProjectRegistered> last(String id) {
    return Optional.ofNullable(projects.get(id));
  }

  /**
   * Returns when everything that is written now was read.
   *
   * @return false when that took longer than the limit
   * @throws InterruptedException when the thread is interrupted
   */
  public boolean awaitCurrent(Duration limit) throws InterruptedException {
    return tail.awaitEnd(limit);
  }

  /** Tells a follower the last record of every project, then each further one. */
  void follow(Consumer<ProjectRegistered> follower) {
    synchronized (followers) {
      projects.values().forEach(follower);
      followers.add(follower);
    }
  }

  /** Ends {@link #follow}. */
  void leave(Consumer<ProjectRegistered> follower) {
    synchronized (followers) {
      followers.remove(follower);
    }
  }

  private void accept(ProjectRegistered project) {
    synchronized (followers) {
      projects.put(project.project(), project);
      followers.forEach(follower -> follower.accept(project));
    }
  }

  @Override
  public String name() {
    return "registry";
  }

  @Override
  public void start() {
    tail.start();
  }

  @Override
  public Health health() {
    String trouble = tail.trouble();
    return trouble.isEmpty()
        ? new Health(Health.Status.HEALTHY, list().size() + " projects")
        : new Health(Health.Status.DEGRADED, trouble);
  }

  @Override
  public void close() {
    tail.close();
  }
}
