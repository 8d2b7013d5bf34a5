package dev.codegraph.schemas;

import java.util.regex.Pattern;

/**
 * A project in one of its lives, written {@code id@incarnation}. Every key of every topic but the
 * registry begins with it, so that records of a deleted life never meet those of the next.
 *
 * @param id Project id.
 * @param incarnation Which life, from 1.
 */
public record ProjectKey(String id, int incarnation) {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");
  private static final Pattern KEY = Pattern.compile(ID.pattern() + "@[1-9][0-9]{0,8}");

  /**
   * @throws IllegalArgumentException when the id is not made of lower-case letters, digits, dot,
   *     dash and underscore, or the incarnation is below 1
   */
  public ProjectKey {
    if (!isId(id)) {
      throw new IllegalArgumentException("not a project id: " + id);
    }
    if (incarnation < 1) {
      throw new IllegalArgumentException("incarnations count from 1: " + incarnation);
    }
  }

  /** Whether a text can be a project id. */
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /** Whether a text can be a project key. */
  public static boolean isKey(String text) {
    return KEY.matcher(text).matches();
  }

  /**
   * Reads {@code id@incarnation}.
   *
   * @throws IllegalArgumentException when the text is not of that form
   */
  public static ProjectKey parse(String text) {
    int at = text.lastIndexOf('@');
    if (at < 0) {
      throw new IllegalArgumentException("not a project key: " + text);
    }
    return new ProjectKey(text.substring(0, at), Integer.parseInt(text.substring(at + 1)));
  }

  @Override
  public String toString() {
    return id + "@" + incarnation;
  }
}
