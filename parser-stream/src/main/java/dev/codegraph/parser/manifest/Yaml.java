package dev.codegraph.parser.manifest;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;

/**
 * A value of a YAML document with its place. An alias is the value that it names, not a copy, and
 * nothing walks over all values, so anchors that multiply cost nothing; keys of merged mappings are
 * looked up in turn.
 */
final class Yaml {
  private static final int MOST_DEPTH = 100;

  private static final String MERGE = "<<";

  /** How many mappings may be merged one into the other. */
  private static final int MOST_MERGED = 10;

  private final String text;
  private final int start;
  private final Map<String, Yaml> fields;
  private final Map<String, Integer> keyStarts = new LinkedHashMap<>();
  private final List<Yaml> elements;
  private int end;

  private Yaml(String text, int start, int end, Map<String, Yaml> fields, List<Yaml> elements) {
    this.text = text;
    this.start = start;
    this.end = end;
    this.fields = fields;
    this.elements = elements;
  }

  /**
   * What was read.
   *
   * @param documents The documents that are sound.
   * @param errorBytes Bytes of the others.
   */
  record Read(List<Yaml> documents, int errorBytes) {}

  /** Reads all documents of a text, each by itself, so that a broken one costs no other. */
  static Read read(ManifestText text) {
    List<Yaml> documents = new ArrayList<>();
    int errorBytes = 0;
    String bytes = text.bytes();
    int start = 0;
    while (start < bytes.length()) {
      int next = bytes.indexOf("\n---", start);
      int end = next < 0 ? bytes.length() : next + 1;
      String part = text.decoded(start, end);
      if (!part.isBlank()) {
        try {
          new Reader(part, text.codePointOffsets(start, end)).read(documents);
        } catch (YAMLException | IllegalArgumentException e) {
          errorBytes += Math.max(1, end - start);
        }
      }
      start = end;
    }
    return new Read(documents, errorBytes);
  }

  /** Text of a scalar; empty for the others. */
  String text() {
    return text;
  }

  /** Byte offset of the value, of a quoted one inside its quotes. */
  int start() {
    return start;
  }

  /** Byte offset after the value. */
  int endByte() {
    return end;
  }

  /** Values of a mapping by their keys. */
  Map<String, Yaml> fields() {
    return fields;
  }

  /** Byte offsets of the keys of a mapping. */
  Map<String, Integer> keyStarts() {
    return keyStarts;
  }

  /** Elements of a sequence. */
  List<Yaml> elements() {
    return elements;
  }

  boolean isScalar() {
    return fields.isEmpty() && elements.isEmpty();
  }

  /** The value of a key; null when there is none. */
  @Nullable Yaml get(String key) {
    return get(key, 0);
  }

  private @Nullable Yaml get(String key, int merged) {
    Yaml own = fields.get(key);
    Yaml others = fields.get(MERGE);
    if (own != null || others == null || merged > MOST_MERGED) {
      return own;
    }
    for (Yaml other : others.elements.isEmpty() ? List.of(others) : others.elements) {
      Yaml found = other.get(key, merged + 1);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** The value at the end of a path of keys; null when there is none. */
  @Nullable Yaml at(String... path) {
    Yaml at = this;
    for (String key : path) {
      at = at == null ? null : at.get(key);
    }
    return at;
  }

  /** The text at the end of a path of keys; empty when there is none. */
  String string(String... path) {
    Yaml found = at(path);
    return found == null ? "" : found.text;
  }

  private static final class Reader {
    private final String part;

    /** Byte offsets of the code points of the part, in which the library counts. */
    private final int[] bytesOf;

    private final Deque<Yaml> open = new ArrayDeque<>();

    /** For each open mapping the key whose value comes next. */
    private final Deque<String[]> keys = new ArrayDeque<>();

    private final Map<String, Yaml> anchors = new HashMap<>();

    Reader(String part, int[] bytesOf) {
      this.part = part;
      this.bytesOf = bytesOf;
    }

    void read(List<Yaml> documents) {
      LoaderOptions options = new LoaderOptions();
      options.setCodePointLimit(Integer.MAX_VALUE);
      options.setNestingDepthLimit(MOST_DEPTH);
      List<Yaml> found = new ArrayList<>();
      for (Event event : new org.yaml.snakeyaml.Yaml(options).parse(new StringReader(part))) {
        switch (event) {
          case ScalarEvent scalar -> {
            int quote = scalar.getScalarStyle().getChar() == null ? 0 : 1;
            Yaml value =
                new Yaml(
                    scalar.getValue(), place(scalar) + quote, end(scalar), Map.of(), List.of());
            add(value, scalar, found);
          }
          case AliasEvent alias -> {
            Yaml named = anchors.get(alias.getAnchor());
            if (named == null || open.stream().anyMatch(one -> one == named)) {
              throw new IllegalArgumentException("no value of the name " + alias.getAnchor());
            }
            add(named, null, found);
          }
          case MappingStartEvent mapping -> {
            push(mapping, new LinkedHashMap<>(), List.of(), found);
            keys.push(new String[1]);
          }
          case SequenceStartEvent sequence -> {
            push(sequence, Map.of(), new ArrayList<>(), found);
            keys.push(new String[0]);
          }
          default -> {
            if (event.is(Event.ID.MappingEnd) || event.is(Event.ID.SequenceEnd)) {
              keys.pop();
              open.pop().end = end(event);
            }
          }
        }
      }
      documents.addAll(found);
    }

    private void push(
        NodeEvent event, Map<String, Yaml> fields, List<Yaml> elements, List<Yaml> found) {
      if (open.size() > MOST_DEPTH) {
        throw new IllegalArgumentException("nested deeper than " + MOST_DEPTH);
      }
      Yaml value = new Yaml("", place(event), end(event), fields, elements);
      add(value, event, found);
      open.push(value);
    }

    private void add(Yaml value, @Nullable NodeEvent event, List<Yaml> found) {
      if (event != null && event.getAnchor() != null) {
        anchors.put(event.getAnchor(), value);
      }
      if (open.isEmpty()) {
        found.add(value);
        return;
      }
      Yaml into = open.element();
      String[] key = keys.element();
      if (key.length == 0) {
        into.elements.add(value);
      } else if (key[0] == null) {
        key[0] = value.text;
        into.keyStarts.put(value.text, value.start);
      } else {
        into.fields.put(key[0], value);
        key[0] = null;
      }
    }

    private int place(Event event) {
      return bytesOf[Math.min(event.getStartMark().getIndex(), bytesOf.length - 1)];
    }

    private int end(Event event) {
      return bytesOf[Math.min(event.getEndMark().getIndex(), bytesOf.length - 1)];
    }
  }
}
