package dev.codegraph.schemas;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The keys of the topics, readable strings with the project first. No key is ever written with two
 * different values on a topic whose name says what a content or a changeset is, so compaction can
 * only drop duplicates.
 */
public final class Keys {
  private Keys() {}

  /** The changeset slice a key of the changesets topic names. */
  public record ChangesetKey(String project, String view, long number, String identity, int slice) {
    /** The key as text: {@code project/view/number/identity/slice}, numbers zero-padded. */
    @Override
    public String toString() {
      return changesetPrefix(project, view)
          + String.format(Locale.ROOT, "%012d/%s/%06d", number, identity, slice);
    }
  }

  /** What all keys of a view's changesets begin with. */
  public static String changesetPrefix(String project, String view) {
    return project + "/" + view + "/";
  }

  /** What all keys of one number of a view begin with. */
  public static String changesetPrefix(String project, String view, long number) {
    return changesetPrefix(project, view) + String.format(Locale.ROOT, "%012d/", number);
  }

  /** Key of a changeset on the refused-changesets topic: of all its slices together. */
  public static String refused(String project, String view, long number, String identity) {
    return changesetPrefix(project, view, number) + identity;
  }

  /**
   * Reads a key of the changesets topic; the view may contain slashes.
   *
   * @throws IllegalArgumentException when the text is not such a key
   */
  public static ChangesetKey parseChangeset(String key) {
    int slice = key.lastIndexOf('/');
    int identity = key.lastIndexOf('/', slice - 1);
    int number = key.lastIndexOf('/', identity - 1);
    int project = key.indexOf('/');
    if (project < 0 || number <= project) {
      throw new IllegalArgumentException("not a changeset key: " + key);
    }
    return new ChangesetKey(
        key.substring(0, project),
        key.substring(project + 1, number),
        Long.parseLong(key.substring(number + 1, identity)),
        key.substring(identity + 1, slice),
        Integer.parseInt(key.substring(slice + 1)));
  }

  /** Key of a content on the source-files topic. */
  public static String source(String project, String contentId, String language) {
    return project + "/" + contentId + "/" + language;
  }

  /** Key of facts on the parsed-files topic. */
  public static String parsed(String project, String contentId, String language, String recipe) {
    return project + "/" + contentId + "/" + language + "/" + recipe;
  }

  /** Key of the vectors of a content on the embedded-chunks topic. */
  public static String embedded(String project, String model, String contentId, String language) {
    return project + "/" + model + "/" + contentId + "/" + language;
  }

  /** Key of a view on the view-heads topic. */
  public static String view(String project, String view) {
    return project + "/" + view;
  }

  /** The project id that a key of any topic begins with, without incarnation. */
  public static String projectId(String key) {
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (c == '/' || c == '@') {
        return key.substring(0, i);
      }
    }
    return key;
  }

  /** Key bytes. */
  public static byte[] bytes(String key) {
    return key.getBytes(StandardCharsets.UTF_8);
  }

  /** Key text. */
  public static String text(byte[] key) {
    return new String(key, StandardCharsets.UTF_8);
  }
}
