package dev.codegraph.query;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Where the next page begins. It is pinned to a number, so that pages of one answer are true for
 * one revision however far the view has gone on.
 *
 * @param number Number of the view.
 * @param offset Rows before the page.
 */
record Cursor(long number, int offset) {
  static Cursor parse(String text) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
      int colon = plain.indexOf(':');
      Cursor cursor =
          new Cursor(
              Long.parseLong(plain.substring(0, colon)),
              Integer.parseInt(plain.substring(colon + 1)));
      if (cursor.number < 1 || cursor.offset < 0) {
        throw new IllegalArgumentException();
      }
      return cursor;
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw ApiProblem.badRequest("cursor is not one that an answer gave as next_cursor");
    }
  }

  @Override
  public String toString() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((number + ":" + offset).getBytes(StandardCharsets.US_ASCII));
  }
}
