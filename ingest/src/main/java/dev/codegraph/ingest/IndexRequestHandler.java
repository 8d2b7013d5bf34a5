package dev.codegraph.ingest;

import dev.codegraph.schemas.ChangesetRecorded;
import dev.codegraph.schemas.CodeGraphException;
import dev.codegraph.schemas.ContentStatus;
import dev.codegraph.schemas.IndexRequested;
import dev.codegraph.schemas.Keys;
import dev.codegraph.schemas.ManifestEntry;
import dev.codegraph.schemas.Operation;
import dev.codegraph.schemas.ProjectRegistered;
import dev.codegraph.schemas.Topics;
import dev.codegraph.schemas.ViewAdvanced;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.jspecify.annotations.Nullable;

/**
 * Turns one request into records: contents, then the manifest, then the head of the view, each
 * acknowledged before the next kind is sent. A crash at any point repeats the request and writes
 * the same records under the same keys; once the head is written, a repetition writes nothing.
 *
 * <p>A request of the materializer says where the view stands there, because another changeset took
 * the number; the answer goes on from that place, whatever this stage believed ({@link ViewHeads}).
 *
 * <p>A changeset is the difference of two trees, whatever lies between them: merges, force pushes
 * and going back need no rules of their own. It lists the whole tree when there is nothing to
 * differ from, when the settings changed, or when it was asked for.
 */
final class IndexRequestHandler {
  /** Large changesets that may be read at the same time; small ones never wait for them. */
  private static final int LARGE_AT_ONCE = 2;

  private final IngestConfig config;
  private final GitRepositories repositories;
  private final ViewHeads heads;
  private final BulkPace pace;
  private final Semaphore large = new Semaphore(LARGE_AT_ONCE, true);

  IndexRequestHandler(
      IngestConfig config, GitRepositories repositories, ViewHeads heads, BulkPace pace) {
    this.config = config;
    this.repositories = repositories;
    this.heads = heads;
    this.pace = pace;
  }

  /**
   * Answers a request. What is wrong with the request or its repository ends in a failed job and a
   * dead letter; what is thrown is the log's failure, and the request is to be repeated.
   *
   * @param registered The project as the registry has it; empty when it has none of that id.
   */
  void handle(
      RequestRecord record, Optional<ProjectRegistered> registered, IngestLog log, JobReport report)
      throws InterruptedException {
    try {
      ProjectRegistered project = project(record.request(), registered);
      if (project == null) {
        report.superseded("The project was deleted after this was asked for.");
        return;
      }
      repositories.<@Nullable Void>use(
          project,
          repository -> {
            handle(record, project, repository, log, report);
            return null;
          });
    } catch (CodeGraphException e) {
      report.failed(record, e.code(), String.valueOf(e.getMessage()));
    } catch (IOException e) {
      CodeGraphException failure =
          GitFailures.unreadable("Cannot read the repository of " + record.request().project(), e);
      report.failed(record, failure.code(), String.valueOf(failure.getMessage()));
    }
  }

  /** The project of a request; null when the request is of a life that is over. */
  private static @Nullable ProjectRegistered project(
      IndexRequested request, Optional<ProjectRegistered> registered) {
    ProjectRegistered project =
        registered.orElseThrow(
            () -> GitFailures.notThere("There is no project " + request.project() + "."));
    boolean alive =
        !project.deleted()
            && request.project().equals(project.project() + "@" + project.incarnation());
    return alive ? project : null;
  }

  private void handle(
      RequestRecord record,
      ProjectRegistered project,
      GitRepository repository,
      IngestLog log,
      JobReport report)
      throws IOException, InterruptedException {
    IndexRequested request = record.request();
    FileRules rules = new FileRules(config, project.ignorePatterns());
    String view = repository.view(request.view(), project);
    Optional<ViewAdvanced> known = heads.of(request.project(), view);
    Optional<ViewAdvanced> head =
        request.standing().number() == 0
            ? known
            : Optional.of(ViewHeads.agreeing(known, request.project(), view, request.standing()));
    report.view(view);
    if (head.isPresent() && isAnswered(head.get(), record)) {
      report.unchanged(head.get(), "This request was answered before.");
      return;
    }
    RevCommit to = target(repository, view, request);
    if (head.isPresent() && !request.full() && isAt(head.get(), to, rules)) {
      if (!head.equals(known)) {
        advance(head.get(), log);
      }
      report.unchanged(head.get(), "The view is at this revision already.");
      return;
    }
    Optional<RevCommit> from =
        head.filter(at -> !request.full() && at.settings().equals(rules.settings()))
            .flatMap(at -> repository.commit(at.revision()));
    Changeset changeset =
        new Changeset(
            request,
            view,
            head.map(ViewAdvanced::number).orElse(0L) + 1,
            from.isEmpty(),
            head.map(ViewAdvanced::revision).orElse(""),
            to,
            rules.settings());
    report.target(changeset);
    List<ManifestEntry> entries;
    try (ObjectReader reader = repository.reader()) {
      entries =
          from.isPresent()
              ? difference(
                  changeset, head.get(), from.get(), repository, reader, rules, log, report)
              : whole(changeset, repository, reader, rules, log, report);
    }
    record(changeset, entries, log);
    advance(
        new ViewAdvanced(
            request.project(),
            view,
            changeset.number(),
            changeset.to().name(),
            changeset.identity(),
            changeset.settings(),
            record.partition(),
            record.offset(),
            head.map(ViewAdvanced::epoch).orElse(0L),
            ViewHeads.trail(head, changeset.identity()),
            isIncomplete(entries) || (from.isPresent() && head.get().incomplete())),
        log);
    report.recorded(entries);
  }

  private static boolean isAnswered(ViewAdvanced head, RequestRecord record) {
    return head.requestPartition() == record.partition() && head.requestOffset() >= record.offset();
  }

  private static boolean isAt(ViewAdvanced head, RevCommit to, FileRules rules) {
    return head.revision().equals(to.name()) && head.settings().equals(rules.settings());
  }

  /** Where to go: what a request names must be there, even when the head of the branch counts. */
  private static RevCommit target(GitRepository repository, String view, IndexRequested request) {
    if (request.revision().isEmpty()) {
      return repository.head(view);
    }
    RevCommit named = repository.revision(request.revision());
    return Changeset.isAskedByHead(request) ? repository.head(view) : named;
  }

  private List<ManifestEntry> whole(
      Changeset changeset,
      GitRepository repository,
      ObjectReader reader,
      FileRules rules,
      IngestLog log,
      JobReport report)
      throws IOException, InterruptedException {
    large.acquire();
    try {
      TreeCounts counts = repository.counts(reader, changeset.to().getTree(), rules);
      report.total(counts.files());
      // Who asks for everything gets everything.
      SentContents sent = new SentContents(repository, reader, rules);
      if (!changeset.request().full()) {
        sent.addAll(heads.ofProject(changeset.request().project()));
      }
      ContentSender sender =
          new ContentSender(
              changeset.request().project(), reader, config, log, pace, sent.contents());
      report.follows(sender);
      List<ManifestEntry> entries = new ArrayList<>();
      TreeChanges.whole(
          reader,
          changeset.to().getTree(),
          rules,
          change -> {
            entries.add(entry(change.path(), Operation.ADDED, change.to(), sender));
            report.advanced();
          });
      return entries;
    } finally {
      large.release();
    }
  }

  private List<ManifestEntry> difference(
      Changeset changeset,
      ViewAdvanced head,
      RevCommit from,
      GitRepository repository,
      ObjectReader reader,
      FileRules rules,
      IngestLog log,
      JobReport report)
      throws IOException, InterruptedException {
    List<TreeChange> changes =
        TreeChanges.between(repository, reader, from.getTree(), changeset.to().getTree(), rules);
    report.total(changes.size());
    boolean isLarge = changes.size() >= config.bulkFiles();
    if (isLarge) {
      large.acquire();
    }
    try {
      ContentSender sender =
          new ContentSender(
              changeset.request().project(),
              reader,
              config,
              log,
              isLarge ? pace : BulkPace.NONE,
              sentBefore(head, changes, repository, reader, rules));
      report.follows(sender);
      return entries(changes, sender, report);
    } finally {
      if (isLarge) {
        large.release();
      }
    }
  }

  /** What this view had at the paths that differ, and what other views have there. */
  private Set<TreeChange.Content> sentBefore(
      ViewAdvanced head,
      List<TreeChange> changes,
      GitRepository repository,
      ObjectReader reader,
      FileRules rules)
      throws IOException {
    SentContents sent = new SentContents(repository, reader, rules);
    List<ViewAdvanced> others = new ArrayList<>(heads.ofProject(head.project()));
    others.removeIf(other -> other.view().equals(head.view()));
    sent.addAt(others, changes);
    if (SentContents.isWhole(head, rules)) {
      for (TreeChange change : changes) {
        if (change.from() != null) {
          change.from().content().ifPresent(sent.contents()::add);
        }
      }
    }
    return sent.contents();
  }

  /** Whether a content could not be read, and may be readable later. */
  private static boolean isIncomplete(List<ManifestEntry> entries) {
    return entries.stream().anyMatch(entry -> entry.status() == ContentStatus.FAILED);
  }

  private static List<ManifestEntry> entries(
      List<TreeChange> changes, ContentSender sender, JobReport report)
      throws IOException, InterruptedException {
    Map<String, String> renames = Renames.exact(changes);
    Set<String> renamedAway = new HashSet<>();
    List<ManifestEntry> entries = new ArrayList<>(changes.size());
    for (TreeChange change : changes) {
      if (change.to() != null) {
        Operation operation = change.from() == null ? Operation.ADDED : Operation.MODIFIED;
        ManifestEntry entry = entry(change.path(), operation, change.to(), sender);
        String oldPath = renames.get(change.path());
        if (oldPath != null && entry.status() == ContentStatus.OK) {
          entry = renamed(entry, oldPath);
          renamedAway.add(oldPath);
        }
        entries.add(entry);
        report.advanced();
      }
    }
    for (TreeChange change : changes) {
      if (change.to() == null && !renamedAway.contains(change.path())) {
        entries.add(
            new ManifestEntry(
                change.path(), "", Operation.DELETED, "", "", ContentStatus.OK, "", 0));
        report.advanced();
      }
    }
    return entries;
  }

  private static ManifestEntry renamed(ManifestEntry entry, String oldPath) {
    return new ManifestEntry(
        entry.path(),
        oldPath,
        Operation.RENAMED,
        entry.contentId(),
        entry.language(),
        entry.status(),
        entry.reason(),
        entry.size());
  }

  private static ManifestEntry entry(
      String path, Operation operation, TreeChange.@Nullable Side side, ContentSender sender)
      throws IOException, InterruptedException {
    if (side == null) {
      throw new IllegalStateException("a tree lists " + path + " without content");
    }
    return switch (side.verdict()) {
      case FileRules.Verdict.Skip(SkipReason reason) ->
          new ManifestEntry(path, "", operation, "", "", ContentStatus.SKIPPED, reason.wire(), 0);
      case FileRules.Verdict.Candidate candidate -> {
        ContentSender.Outcome outcome = sender.send(TreeChange.Content.of(side.blob(), candidate));
        yield new ManifestEntry(
            path,
            "",
            operation,
            outcome.contentId(),
            outcome.language(),
            outcome.status(),
            outcome.reason(),
            outcome.size());
      }
    };
  }

  private void record(Changeset changeset, List<ManifestEntry> entries, IngestLog log)
      throws InterruptedException {
    for (ChangesetRecorded slice : changeset.slices(entries, config.sliceBytes())) {
      Keys.ChangesetKey key =
          new Keys.ChangesetKey(
              slice.project(), slice.view(), slice.number(), slice.identity(), slice.slice());
      log.send(Topics.CHANGESETS, key.toString(), Topics.CHANGESETS.codec().encode(slice));
    }
    log.flush();
  }

  private void advance(ViewAdvanced head, IngestLog log) throws InterruptedException {
    log.send(
        Topics.VIEW_HEADS,
        Keys.view(head.project(), head.view()),
        Topics.VIEW_HEADS.codec().encode(head));
    log.flush();
    heads.accept(head);
  }
}
