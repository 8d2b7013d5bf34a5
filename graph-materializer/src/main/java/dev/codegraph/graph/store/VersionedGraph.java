package dev.codegraph.graph.store;

import dev.codegraph.graph.link.Symbol;
import dev.codegraph.graph.link.SymbolEntry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A view read at numbers. Every method takes the number and sees exactly what was true at it,
 * whatever is being written meanwhile. Safe for several threads when the source is.
 */
public final class VersionedGraph {
  /** Numbers count from 1, so its key is the end of all versions. */
  private static final long BEFORE_FIRST = 0;

  private final KeyValueSource source;
  private final ViewId id;
  private final byte[] view;

  public VersionedGraph(KeyValueSource source, ViewId id) {
    this.source = source;
    this.id = id;
    this.view = GraphKeys.view(id);
  }

  /** The view. */
  public ViewId id() {
    return id;
  }

  /** What its keys begin with. */
  public byte[] prefix() {
    return view;
  }

  /** The record of a number; null when it was not applied. */
  public @Nullable ChangesetRecord changeset(long number) {
    byte[] value = source.get(GraphKeys.changeset(view, number));
    return value == null ? null : ChangesetRecord.of(value);
  }

  /**
   * The identity of the changeset that began to be applied as a number; null when none did. What it
   * wrote is there already, so that no other may take the number, whatever stopped it.
   */
  public @Nullable String begun(long number) {
    byte[] value = source.get(GraphKeys.begun(view, number));
    return value == null ? null : new String(value, StandardCharsets.UTF_8);
  }

  /** All records, oldest first, from a number on. */
  public List<ChangesetRecord> changesets(long from) {
    List<ChangesetRecord> records = new ArrayList<>();
    byte[] end = GraphKeys.after(GraphKeys.letter(view, 'C'));
    try (KeyValueSource.Cursor cursor = source.range(GraphKeys.changeset(view, from), end)) {
      while (cursor.next()) {
        records.add(ChangesetRecord.of(cursor.value()));
      }
    }
    return records;
  }

  /** The record of the largest number applied; null when there is none. */
  public @Nullable ChangesetRecord latest() {
    // Numbers are dense from 1: doubling, then halving, finds the last in logarithmic time.
    if (!exists(1)) {
      return null;
    }
    long low = 1;
    long high = 2;
    while (exists(high)) {
      low = high;
      high *= 2;
    }
    while (high - low > 1) {
      long middle = (low + high) >>> 1;
      if (exists(middle)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return changeset(low);
  }

  /**
   * The largest number up to a limit whose revision begins with a text; null when there is none.
   */
  public @Nullable ChangesetRecord ofRevision(String revision, long limit) {
    ChangesetRecord found = null;
    for (ChangesetRecord record : changesets(1)) {
      if (record.number() <= limit && record.revision().startsWith(revision)) {
        found = record;
      }
    }
    return found;
  }

  /**
   * Keys of the records behind the first number that is missing: none, unless something is lost.
   */
  public List<byte[]> changesetKeysBehindGap() {
    List<byte[]> behind = new ArrayList<>();
    byte[] prefix = GraphKeys.letter(view, 'C');
    long expected = 1;
    try (KeyValueSource.Cursor cursor = source.range(prefix, GraphKeys.after(prefix))) {
      while (cursor.next()) {
        if (java.util.Arrays.equals(cursor.key(), GraphKeys.changeset(view, expected))) {
          expected++;
        } else {
          behind.add(cursor.key());
        }
      }
    }
    return behind;
  }

  private boolean exists(long number) {
    return source.get(GraphKeys.changeset(view, number)) != null;
  }

  /** State of a path; null when it does not exist at the number. */
  public @Nullable FileState file(String path, long number) {
    byte[] value = version('F', path, number);
    return value == null ? null : FileState.of(value);
  }

  /** The number at which the present state of a path began; 0 when it does not exist. */
  public long fileSince(String path, long number) {
    return since('F', path, number);
  }

  /** The number at which the present links of a path began; 0 when it has none. */
  public long linksSince(String path, long number) {
    return since('O', path, number);
  }

  private long since(char letter, String path, long number) {
    byte[] from = GraphKeys.path(view, letter, path, number);
    try (KeyValueSource.Cursor cursor =
        source.range(from, GraphKeys.path(view, letter, path, BEFORE_FIRST))) {
      return cursor.next() && cursor.value().length > 0 ? GraphKeys.numberOf(cursor.key()) : 0;
    }
  }

  /** Outgoing edges of a path; null when it has none at the number because it is not linked. */
  public @Nullable LinkedFile links(String path, long number) {
    byte[] value = linksBytes(path, number);
    return value == null ? null : LinkedFile.of(value);
  }

  /** {@link #links} as they lie, for questions about single entities. */
  public @Nullable PackedEdges packedEdges(String path, long number) {
    byte[] value = linksBytes(path, number);
    return value == null ? null : new PackedEdges(value);
  }

  /** The bytes of {@link #links}. */
  public byte @Nullable [] linksBytes(String path, long number) {
    return version('O', path, number);
  }

  /** The questions that linking a path asked; null when it is not linked at the number. */
  public @Nullable Lookups lookups(String path, long number) {
    byte[] value = version('L', path, number);
    return value == null ? null : Lookups.of(value);
  }

  /** Every existing path with its state, in byte order of the paths. */
  public void files(long number, BiConsumer<String, FileState> each) {
    newest(
        GraphKeys.letter(view, 'F'),
        number,
        (path, value) -> each.accept(path, FileState.of(value)));
  }

  /** Every linked path with its value of O, in byte order of the paths. */
  public void links(long number, BiConsumer<String, byte[]> each) {
    newest(GraphKeys.letter(view, 'O'), number, each);
  }

  /** Takes a file that refers to an entity and the bit set of edge kinds, see {@link InEdges}. */
  public interface SourceVisitor {
    /** Whether the next one is wanted too. */
    boolean visit(String path, int kinds);
  }

  /** The files that refer to an entity, in byte order of their paths. */
  public void inEdges(String target, String localId, long number, SourceVisitor each) {
    byte[] local = localId.getBytes(StandardCharsets.UTF_8);
    newestWhile(
        GraphKeys.groupPrefix(view, 'I', target),
        number,
        (path, value) -> {
          int kinds = InEdges.kindsOf(value, local);
          return kinds == 0 || each.visit(path, kinds);
        });
  }

  /**
   * Every pair of target and source path that has in-edges, joined by a zero byte, in key order.
   */
  public void allInEdges(long number, Consumer<String> each) {
    newest(GraphKeys.letter(view, 'I'), number, (pair, value) -> each.accept(pair));
  }

  /** The bytes of the in-edges of a target from one source file; null when there are none. */
  public byte @Nullable [] inEdgesBytes(String target, String sourcePath, long number) {
    byte[] from = GraphKeys.inEdges(view, target, sourcePath, number);
    return first(from, GraphKeys.inEdges(view, target, sourcePath, BEFORE_FIRST));
  }

  /** The entries of a scope over all files, sorted by path, in file order. */
  public List<Symbol> scope(String scope, long number) {
    List<Symbol> symbols = new ArrayList<>();
    newest(
        GraphKeys.groupPrefix(view, 'S', scope),
        number,
        (path, value) -> {
          for (SymbolEntry entry : ScopeEntries.of(scope, value)) {
            symbols.add(new Symbol(path, entry));
          }
        });
    return symbols;
  }

  /** The paths that a changeset changed or linked again. */
  public List<String> changedPaths(long number) {
    List<String> paths = new ArrayList<>();
    byte[] prefix = GraphKeys.changedPathsPrefix(view, number);
    try (KeyValueSource.Cursor cursor = source.range(prefix, GraphKeys.after(prefix))) {
      while (cursor.next()) {
        Unpacker in = new Unpacker(cursor.value());
        while (!in.atEnd()) {
          paths.add(in.text());
        }
      }
    }
    return paths;
  }

  /** The pairs (question hash, path hash) of a bucket of the reverse index, in no order. */
  public void bucket(int bucket, BiConsumer<Long, Long> each) {
    byte[] prefix = GraphKeys.bucketPrefix(view, bucket);
    try (KeyValueSource.Cursor cursor = source.range(prefix, GraphKeys.after(prefix))) {
      while (cursor.next()) {
        Unpacker in = new Unpacker(cursor.value());
        while (!in.atEnd()) {
          each.accept(in.fixed64(), in.fixed64());
        }
      }
    }
  }

  /** The path that has a hash; null when unknown. */
  public @Nullable String pathOfHash(long hash) {
    byte[] value = source.get(GraphKeys.pathHash(view, hash));
    return value == null ? null : new String(value, StandardCharsets.UTF_8);
  }

  private byte @Nullable [] version(char letter, String path, long number) {
    return first(
        GraphKeys.path(view, letter, path, number),
        GraphKeys.path(view, letter, path, BEFORE_FIRST));
  }

  /** The first value in a range; null when there is none or it has no bytes. */
  private byte @Nullable [] first(byte[] from, byte[] to) {
    try (KeyValueSource.Cursor cursor = source.range(from, to)) {
      return cursor.next() && cursor.value().length > 0 ? cursor.value() : null;
    }
  }

  /** For each member below a prefix its newest value at a number, unless that is absent. */
  private void newest(byte[] prefix, long number, BiConsumer<String, byte[]> each) {
    newestWhile(
        prefix,
        number,
        (member, value) -> {
          each.accept(member, value);
          return true;
        });
  }

  /** {@link #newest} as long as it is wanted. */
  private void newestWhile(byte[] prefix, long number, BiPredicate<String, byte[]> isMoreWanted) {
    byte[] previous = null;
    try (KeyValueSource.Cursor cursor = source.range(prefix, GraphKeys.after(prefix))) {
      while (cursor.next()) {
        byte[] key = cursor.key();
        if (GraphKeys.numberOf(key) > number || sameMember(previous, key)) {
          continue;
        }
        previous = key;
        if (cursor.value().length > 0
            && !isMoreWanted.test(GraphKeys.memberOf(key, prefix.length), cursor.value())) {
          return;
        }
      }
    }
  }

  private static boolean sameMember(byte @Nullable [] previous, byte[] key) {
    return previous != null
        && previous.length == key.length
        && java.util.Arrays.equals(
            previous,
            0,
            previous.length - GraphKeys.NUMBER_BYTES,
            key,
            0,
            key.length - GraphKeys.NUMBER_BYTES);
  }
}
