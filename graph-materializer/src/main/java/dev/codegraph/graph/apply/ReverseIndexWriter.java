package dev.codegraph.graph.apply;

import dev.codegraph.graph.store.GraphKeys;
import dev.codegraph.graph.store.Packer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Gathers pairs (question, path) and writes them by bucket, many to a key. Holds at most a fixed
 * number of pairs.
 */
final class ReverseIndexWriter {
  private static final int MAX_PAIRS = 200_000;

  private final byte[] view;
  private final long number;
  private final GraphWriter writer;
  private long[] questions = new long[1024];
  private long[] paths = new long[1024];
  private int size;
  private int part;

  ReverseIndexWriter(byte[] view, long number, GraphWriter writer) {
    this.view = view;
    this.number = number;
    this.writer = writer;
  }

  /** Adds the new questions of a path. */
  void add(String path, boolean known, long[] newQuestions) {
    long hash = Questions.hash(path);
    if (!known) {
      writer.put(GraphKeys.pathHash(view, hash), path.getBytes(StandardCharsets.UTF_8));
    }
    for (long question : newQuestions) {
      if (size == questions.length) {
        questions = Arrays.copyOf(questions, size * 2);
        paths = Arrays.copyOf(paths, size * 2);
      }
      questions[size] = question;
      paths[size++] = hash;
    }
    if (size >= MAX_PAIRS) {
      flush();
    }
  }

  /** Writes what was gathered. */
  void flush() {
    Packer[] buckets = new Packer[GraphKeys.BUCKETS];
    for (int i = 0; i < size; i++) {
      int bucket = Questions.bucket(questions[i]);
      if (buckets[bucket] == null) {
        buckets[bucket] = new Packer(Math.max(16, size / GraphKeys.BUCKETS * 20));
      }
      buckets[bucket].fixed64(questions[i]).fixed64(paths[i]);
    }
    for (int bucket = 0; bucket < buckets.length; bucket++) {
      if (buckets[bucket] != null) {
        writer.put(GraphKeys.bucket(view, bucket, number, part), buckets[bucket].toBytes());
      }
    }
    size = 0;
    part++;
  }
}
