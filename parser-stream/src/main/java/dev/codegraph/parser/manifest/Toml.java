package dev.codegraph.parser.manifest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of a TOML text with its place: a table, an array, a text, or the word of anything else. A
 * line that is wrong is left out, and reading goes on behind the place where it is wrong, so a text
 * is gone over once whatever it holds. That is why this is not a library: the one at hand takes
 * minutes for 32 KB of empty lines (docs/adr/0009-readers-of-manifests.md).
 */
final class Toml {
  private static final int MOST_DEPTH = 100;

  private final String text;
  private final int start;
  private final boolean isText;
  private final Map<String, Toml> fields = new LinkedHashMap<>();
  private final Map<String, Integer> keyStarts = new LinkedHashMap<>();
  private final List<Toml> elements = new ArrayList<>();
  private int end;

  private Toml(String text, int start, boolean isText) {
    this.text = text;
    this.start = start;
    this.isText = isText;
  }

  /**
   * What was read.
   *
   * @param root The table of all that is sound.
   * @param errorBytes Bytes of the lines that are not.
   */
  record Read(Toml root, int errorBytes) {}

  /** Reads a text. */
  static Read read(ManifestText text) {
    Reader reader = new Reader(text.bytes());
    reader.read();
    return new Read(reader.root, reader.errorBytes);
  }

  /** The text of a string, or the word of a number and the like. */
  String text() {
    return text;
  }

  /** Whether it is a string. */
  boolean isText() {
    return isText;
  }

  /** Byte offset of the value, of a string inside its quotes. */
  int start() {
    return start;
  }

  /** Byte offset after the value. */
  int end() {
    return end;
  }

  /** Values of a table by their keys. */
  Map<String, Toml> fields() {
    return fields;
  }

  /** Byte offset of a key of the table, inside its quotes. */
  int keyStart(String key) {
    return keyStarts.getOrDefault(key, start);
  }

  /** Elements of an array. */
  List<Toml> elements() {
    return elements;
  }

  /** The value at the end of a path of keys; null when there is none. */
  @Nullable Toml at(String... path) {
    Toml at = this;
    for (String key : path) {
      at = at == null ? null : at.fields.get(key);
    }
    return at;
  }

  /** The string at the end of a path of keys; empty when there is none. */
  String string(String... path) {
    Toml found = at(path);
    return found != null && found.isText ? found.text : "";
  }

  /** Is thrown at the place where a text is wrong, and caught where the next line begins. */
  private static final class Wrong extends Exception {
    private static final long serialVersionUID = 1;

    Wrong() {
      super(null, null, false, false);
    }
  }

  private record Key(String name, int start) {}

  private static final class Reader {
    private final String bytes;
    private final Toml root = new Toml("", 0, false);
    private Toml table = root;
    private int at;
    private int errorBytes;

    Reader(String bytes) {
      this.bytes = bytes;
    }

    void read() {
      skip(true);
      while (at < bytes.length()) {
        int line = at;
        try {
          if (bytes.charAt(at) == '[') {
            header();
          } else {
            pair(table, 0);
          }
          skip(false);
          if (at < bytes.length() && bytes.charAt(at) != '\n') {
            throw new Wrong();
          }
        } catch (Wrong e) {
          int next = bytes.indexOf('\n', at);
          at = next < 0 ? bytes.length() : next;
          errorBytes += Math.max(1, at - line);
        }
        skip(true);
      }
      root.end = at;
    }

    private void header() throws Wrong {
      boolean isArray = bytes.startsWith("[[", at);
      at += isArray ? 2 : 1;
      List<Key> keys = keys();
      expect(']');
      if (isArray) {
        expect(']');
      }
      Toml in = into(root, keys.subList(0, keys.size() - 1));
      Key last = keys.getLast();
      Toml named = child(in, last);
      if (isArray) {
        Toml element = new Toml("", last.start, false);
        named.elements.add(element);
        named = element;
      } else if (!named.elements.isEmpty()) {
        named = named.elements.getLast();
      }
      named.end = at;
      table = named;
    }

    private void pair(Toml owner, int depth) throws Wrong {
      List<Key> keys = keys();
      expect('=');
      skip(false);
      Toml value = value(depth);
      Toml in = into(owner, keys.subList(0, keys.size() - 1));
      Key last = keys.getLast();
      in.fields.put(last.name, value);
      in.keyStarts.put(last.name, last.start);
    }

    private static Toml into(Toml from, List<Key> keys) {
      Toml in = from;
      for (Key key : keys) {
        Toml named = child(in, key);
        in = named.elements.isEmpty() ? named : named.elements.getLast();
      }
      return in;
    }

    private static Toml child(Toml in, Key key) {
      Toml named = in.fields.get(key.name);
      if (named == null) {
        named = new Toml("", key.start, false);
        in.fields.put(key.name, named);
        in.keyStarts.put(key.name, key.start);
      }
      return named;
    }

    private List<Key> keys() throws Wrong {
      List<Key> keys = new ArrayList<>(2);
      do {
        if (!keys.isEmpty()) {
          at++;
        }
        skip(false);
        char c = peek();
        if (c == '"' || c == '\'') {
          Toml quoted = quoted(c);
          keys.add(new Key(quoted.text, quoted.start));
        } else {
          int from = at;
          while (at < bytes.length() && isBare(bytes.charAt(at))) {
            at++;
          }
          if (at == from || keys.size() > MOST_DEPTH) {
            throw new Wrong();
          }
          keys.add(new Key(bytes.substring(from, at), from));
        }
        skip(false);
      } while (at < bytes.length() && bytes.charAt(at) == '.');
      return keys;
    }

    private static boolean isBare(char c) {
      return c >= 'a' && c <= 'z'
          || c >= 'A' && c <= 'Z'
          || c >= '0' && c <= '9'
          || c == '_'
          || c == '-';
    }

    private Toml value(int depth) throws Wrong {
      if (depth > MOST_DEPTH) {
        throw new Wrong();
      }
      char c = peek();
      return switch (c) {
        case '"', '\'' -> quoted(c);
        case '[' -> array(depth);
        case '{' -> inline(depth);
        default -> word();
      };
    }

    private Toml word() throws Wrong {
      int from = at;
      while (at < bytes.length() && ",]}#\n".indexOf(bytes.charAt(at)) < 0) {
        at++;
      }
      String word = bytes.substring(from, at).strip();
      if (word.isEmpty() || "=[{".indexOf(word.charAt(0)) >= 0) {
        at = from;
        throw new Wrong();
      }
      return ended(new Toml(word, from, false));
    }

    private Toml array(int depth) throws Wrong {
      Toml array = new Toml("", at, false);
      at++;
      skip(true);
      while (peek() != ']') {
        array.elements.add(value(depth + 1));
        comma(']');
      }
      at++;
      return ended(array);
    }

    private Toml inline(int depth) throws Wrong {
      Toml inner = new Toml("", at, false);
      at++;
      skip(true);
      while (peek() != '}') {
        pair(inner, depth + 1);
        comma('}');
      }
      at++;
      return ended(inner);
    }

    private void comma(char close) throws Wrong {
      skip(true);
      if (peek() == ',') {
        at++;
        skip(true);
      } else if (peek() != close) {
        throw new Wrong();
      }
    }

    private Toml quoted(char quote) throws Wrong {
      String triple = String.valueOf(quote).repeat(3);
      if (bytes.startsWith(triple, at)) {
        int close = bytes.indexOf(triple, at + 3);
        if (close < 0) {
          at = bytes.length();
          throw new Wrong();
        }
        Toml text = new Toml(ManifestText.decode(bytes.substring(at + 3, close)), at + 3, true);
        at = close + 3;
        return ended(text);
      }
      int from = at + 1;
      int close = from;
      boolean isEscaped = false;
      while (close < bytes.length() && bytes.charAt(close) != quote) {
        if (bytes.charAt(close) == '\n') {
          at = close;
          throw new Wrong();
        }
        boolean escape = quote == '"' && bytes.charAt(close) == '\\';
        isEscaped |= escape;
        close += escape ? 2 : 1;
      }
      if (close >= bytes.length()) {
        at = bytes.length();
        throw new Wrong();
      }
      String inner = ManifestText.decode(bytes.substring(from, close));
      at = close + 1;
      return ended(
          new Toml(isEscaped ? inner.replaceAll("\\\\([\"\\\\])", "$1") : inner, from, true));
    }

    private Toml ended(Toml value) {
      value.end = at;
      return value;
    }

    private char peek() throws Wrong {
      if (at >= bytes.length()) {
        throw new Wrong();
      }
      return bytes.charAt(at);
    }

    private void expect(char c) throws Wrong {
      skip(false);
      if (peek() != c) {
        throw new Wrong();
      }
      at++;
    }

    /** Passes white space and comments. */
    private void skip(boolean lines) {
      while (at < bytes.length()) {
        char c = bytes.charAt(at);
        if (c == '#') {
          int end = bytes.indexOf('\n', at);
          at = end < 0 ? bytes.length() : end;
        } else if (c == ' ' || c == '\t' || c == '\r' || lines && c == '\n') {
          at++;
        } else {
          return;
        }
      }
    }
  }
}
