package dev.codegraph.graph.link;

import dev.codegraph.schemas.FileFacts;
import dev.codegraph.schemas.Language;

/**
 * A path in a revision with the facts of its content and the ids of its entities: what a policy
 * looks at. Identity is by path; not compared otherwise.
 */
public final class SourceFile {
  private final String path;
  private final Language language;
  private final FileFacts facts;
  private final String[] localIds;

  /**
   * A file.
   *
   * @param facts Those of the content alone.
   */
  public SourceFile(String path, Language language, FileFacts facts) {
    this.path = path;
    this.language = language;
    this.facts = LinkingPolicies.of(language).placed(path, facts);
    this.localIds = EntityIds.localIds(this.facts);
  }

  /** Path relative to the repository root. */
  public String path() {
    return path;
  }

  /** The grammar's language. */
  public Language language() {
    return language;
  }

  /** Facts of the content, and behind them what the path adds. */
  public FileFacts facts() {
    return facts;
  }

  /** Id of an entity within this file; empty for entity 0, the file itself. */
  public String localId(int entity) {
    return localIds[entity];
  }

  /** Folder of the path; empty for the root. */
  public String folder() {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }
}
