package dev.codegraph.parser.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of a JSON text with its place. The reader takes what compilers and package managers take:
 * comments and trailing commas are no errors. Of a repeated key the last value counts.
 *
 * @param text Text of a string; the literal itself for numbers and words; empty for the others.
 * @param isString Whether it is a string.
 * @param start Byte offset of the value; inside the quotes for a string.
 * @param fields Fields of an object, in order; empty for all else.
 * @param keyStarts Byte offset of each field's key, inside the quotes.
 * @param elements Elements of an array; empty for all else.
 */
public record Json(
    String text,
    boolean isString,
    int start,
    Map<String, Json> fields,
    Map<String, Integer> keyStarts,
    List<Json> elements) {

  /**
   * Reads a text.
   *
   * @throws IllegalArgumentException when it is no JSON, with the offset
   */
  public static Json read(byte[] utf8) {
    Reader reader = new Reader(utf8);
    Json value = reader.value(0);
    reader.end();
    return value;
  }

  /** A field of an object; null when there is none. */
  public @Nullable Json get(String key) {
    return fields.get(key);
  }

  /** The text of a string field; empty when there is none. */
  public String string(String key) {
    Json field = fields.get(key);
    return field != null && field.isString ? field.text : "";
  }

  private static final class Reader {
    private static final int MAX_DEPTH = 200;

    private final byte[] utf8;
    private int at;

    Reader(byte[] utf8) {
      this.utf8 = utf8;
      boolean mark =
          utf8.length >= 3
              && utf8[0] == (byte) 0xEF
              && utf8[1] == (byte) 0xBB
              && utf8[2] == (byte) 0xBF;
      this.at = mark ? 3 : 0;
    }

    Json value(int depth) {
      if (depth > MAX_DEPTH) {
        throw new IllegalArgumentException("nested deeper than " + MAX_DEPTH + " at byte " + at);
      }
      skip();
      int start = at;
      return switch (peek()) {
        case '{' -> object(depth, start);
        case '[' -> array(depth, start);
        case '"' -> {
          String text = string();
          yield new Json(text, true, start + 1, Map.of(), Map.of(), List.of());
        }
        default -> {
          while (at < utf8.length && isWord(utf8[at])) {
            at++;
          }
          if (at == start) {
            throw unexpected();
          }
          String word = new String(utf8, start, at - start, StandardCharsets.UTF_8);
          yield new Json(word, false, start, Map.of(), Map.of(), List.of());
        }
      };
    }

    private static boolean isWord(byte b) {
      return b >= '0' && b <= '9'
          || b >= 'a' && b <= 'z'
          || b >= 'A' && b <= 'Z'
          || b == '-'
          || b == '+'
          || b == '.';
    }

    private Json object(int depth, int start) {
      Map<String, Json> fields = new LinkedHashMap<>();
      Map<String, Integer> starts = new LinkedHashMap<>();
      at++;
      while (true) {
        skip();
        if (peek() == '}') {
          at++;
          return new Json("", false, start, fields, starts, List.of());
        }
        int keyStart = at + 1;
        String key = string();
        skip();
        expect(':');
        fields.put(key, value(depth + 1));
        starts.put(key, keyStart);
        comma('}');
      }
    }

    private Json array(int depth, int start) {
      List<Json> elements = new ArrayList<>();
      at++;
      while (true) {
        skip();
        if (peek() == ']') {
          at++;
          return new Json("", false, start, Map.of(), Map.of(), elements);
        }
        elements.add(value(depth + 1));
        comma(']');
      }
    }

    private void comma(char end) {
      skip();
      if (peek() == ',') {
        at++;
      } else if (peek() != end) {
        throw unexpected();
      }
    }

    private String string() {
      expect('"');
      int start = at;
      while (at < utf8.length && utf8[at] != '"') {
        if (utf8[at] == '\n') {
          throw unexpected();
        }
        at += utf8[at] == '\\' ? 2 : 1;
      }
      int end = Math.min(at, utf8.length);
      String raw = new String(utf8, start, end - start, StandardCharsets.UTF_8);
      expect('"');
      return raw.indexOf('\\') < 0 ? raw : unescape(raw);
    }

    private String unescape(String raw) {
      StringBuilder text = new StringBuilder(raw.length());
      for (int i = 0; i < raw.length(); i++) {
        char c = raw.charAt(i);
        if (c != '\\' || i + 1 >= raw.length()) {
          text.append(c);
          continue;
        }
        char escaped = raw.charAt(++i);
        switch (escaped) {
          case 'n' -> text.append('\n');
          case 't' -> text.append('\t');
          case 'r' -> text.append('\r');
          case 'b' -> text.append('\b');
          case 'f' -> text.append('\f');
          case 'u' -> {
            if (i + 5 > raw.length()) {
              throw unexpected();
            }
            try {
              text.append((char) Integer.parseInt(raw, i + 1, i + 5, 16));
            } catch (NumberFormatException e) {
              throw new IllegalArgumentException("bad escape before byte " + at, e);
            }
            i += 4;
          }
          default -> text.append(escaped);
        }
      }
      return text.toString();
    }

    /** Only white space and comments follow. */
    void end() {
      skip();
      if (at < utf8.length) {
        throw unexpected();
      }
    }

    private void skip() {
      while (at < utf8.length) {
        byte b = utf8[at];
        if (b == ' ' || b == '\n' || b == '\r' || b == '\t') {
          at++;
        } else if (b == '/' && at + 1 < utf8.length && utf8[at + 1] == '/') {
          while (at < utf8.length && utf8[at] != '\n') {
            at++;
          }
        } else if (b == '/' && at + 1 < utf8.length && utf8[at + 1] == '*') {
          at += 2;
          while (at + 1 < utf8.length && !(utf8[at] == '*' && utf8[at + 1] == '/')) {
            at++;
          }
          at += 2;
        } else {
          return;
        }
      }
    }

    private char peek() {
      if (at >= utf8.length) {
        throw new IllegalArgumentException("ends too early");
      }
      return (char) (utf8[at] & 0xFF);
    }

    private void expect(char c) {
      if (at >= utf8.length || utf8[at] != c) {
        throw unexpected();
      }
      at++;
    }

    private IllegalArgumentException unexpected() {
      return at >= utf8.length
          ? new IllegalArgumentException("ends too early")
          : new IllegalArgumentException("no JSON at byte " + at);
    }
  }
}
