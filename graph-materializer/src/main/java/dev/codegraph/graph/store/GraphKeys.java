package dev.codegraph.graph.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The layout of the graph store. Every key begins with project key, zero byte, layer, zero byte; a
 * layer is a view that holds its whole state or, later, what differs from the view it forked from.
 * Then one letter says what the key is:
 *
 * <pre>
 * B number                         the identity of the changeset that began to be applied: written first
 * C number                         a changeset record: written last, it makes the number exist
 * F path 0 ~number                 the state of a file
 * I target path 0 path 0 ~number   what a file refers to in a target file; no positions
 * L path 0 ~number                 the questions that linking the file asked, with answer hashes
 * N number part                    the paths that changeset changed, and those it linked again
 * O path 0 ~number                 the outgoing edges of a file, with positions
 * P path hash                      the path that has a hash
 * R bucket number part             pairs (question hash, path hash): whom to link again
 * S scope 0 path 0 ~number         the entries of a scope that a file contributes
 * </pre>
 *
 * {@code ~number} is the changeset number inverted, eight bytes, so that the first key at or after
 * {@code ~n} is the newest version at n. A value without bytes means absent from that number on.
 * Paths and scopes hold no zero byte. P and R only grow and may hold too much, so they have no
 * versions.
 */
public final class GraphKeys {
  static final int NUMBER_BYTES = 8;

  /** Number of buckets of the reverse index; ten bits of the question hash. */
  public static final int BUCKETS = 1024;

  private GraphKeys() {}

  /** What all keys of a view begin with. */
  public static byte[] view(ViewId view) {
    return (view.project() + '\0' + view.view() + '\0').getBytes(StandardCharsets.UTF_8);
  }

  /** Key of a changeset record. */
  public static byte[] changeset(byte[] view, long number) {
    return key(view, 'C', 8).fixed64(number).toBytes();
  }

  /** Key of the identity of the changeset that began to be applied as a number. */
  public static byte[] begun(byte[] view, long number) {
    return key(view, 'B', 8).fixed64(number).toBytes();
  }

  /** Key of the part of the list of changed paths. */
  public static byte[] changedPaths(byte[] view, long number, int part) {
    return key(view, 'N', 10).fixed64(number).octet(part >>> 8).octet(part).toBytes();
  }

  /** Key of a version of a path under one of the letters F, L and O. */
  public static byte[] path(byte[] view, char letter, String path, long number) {
    byte[] utf8 = path.getBytes(StandardCharsets.UTF_8);
    return key(view, letter, utf8.length + 9).raw(utf8).octet(0).fixed64(~number).toBytes();
  }

  /** Key of a version of the in-edges of a target file from a source file. */
  public static byte[] inEdges(byte[] view, String target, String source, long number) {
    return pair(view, 'I', target, source, number);
  }

  /** Key of a version of the entries of a scope from a file. */
  public static byte[] scope(byte[] view, String scope, String path, long number) {
    return pair(view, 'S', scope, path, number);
  }

  /** Key of a path hash. */
  public static byte[] pathHash(byte[] view, long hash) {
    return key(view, 'P', 8).fixed64(hash).toBytes();
  }

  /** Key of a part of a bucket of the reverse index. */
  public static byte[] bucket(byte[] view, int bucket, long number, int part) {
    return key(view, 'R', 14)
        .octet(bucket >>> 8)
        .octet(bucket)
        .fixed64(number)
        .octet(part >>> 24)
        .octet(part >>> 16)
        .octet(part >>> 8)
        .octet(part)
        .toBytes();
  }

  /** What all keys of one letter begin with. */
  public static byte[] letter(byte[] view, char letter) {
    return key(view, letter, 0).toBytes();
  }

  /** What all keys of a bucket begin with. */
  public static byte[] bucketPrefix(byte[] view, int bucket) {
    return key(view, 'R', 2).octet(bucket >>> 8).octet(bucket).toBytes();
  }

  /** What all parts of the changed paths of a number begin with. */
  public static byte[] changedPathsPrefix(byte[] view, long number) {
    return key(view, 'N', 8).fixed64(number).toBytes();
  }

  /** What all keys of a target file or of a scope begin with. */
  public static byte[] groupPrefix(byte[] view, char letter, String group) {
    byte[] utf8 = group.getBytes(StandardCharsets.UTF_8);
    return key(view, letter, utf8.length + 1).raw(utf8).octet(0).toBytes();
  }

  /** The number in the last bytes of a versioned key. */
  static long numberOf(byte[] key) {
    long value = 0;
    for (int i = key.length - NUMBER_BYTES; i < key.length; i++) {
      value = (value << 8) | (key[i] & 0xFF);
    }
    return ~value;
  }

  /** The text between a prefix and the zero byte before the number. */
  static String memberOf(byte[] key, int prefixLength) {
    return new String(
        key, prefixLength, key.length - NUMBER_BYTES - 1 - prefixLength, StandardCharsets.UTF_8);
  }

  /** The first key after all that begin with a prefix, which must not be all 0xFF. */
  public static byte[] after(byte[] prefix) {
    byte[] end = Arrays.copyOf(prefix, prefix.length);
    for (int i = end.length - 1; i >= 0; i--) {
      if (end[i] != (byte) 0xFF) {
        end[i]++;
        return Arrays.copyOf(end, i + 1);
      }
    }
    throw new IllegalArgumentException("no key is after this prefix");
  }

  private static byte[] pair(byte[] view, char letter, String group, String member, long number) {
    byte[] first = group.getBytes(StandardCharsets.UTF_8);
    byte[] second = member.getBytes(StandardCharsets.UTF_8);
    return key(view, letter, first.length + second.length + 10)
        .raw(first)
        .octet(0)
        .raw(second)
        .octet(0)
        .fixed64(~number)
        .toBytes();
  }

  private static Packer key(byte[] view, char letter, int more) {
    return new Packer(view.length + 1 + more).raw(view).octet(letter);
  }
}
