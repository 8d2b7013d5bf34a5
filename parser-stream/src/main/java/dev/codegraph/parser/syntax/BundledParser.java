package dev.codegraph.parser.syntax;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.jspecify.annotations.Nullable;

/**
 * One parser over the bundled libraries: the core calls back into Java for its input and its
 * progress, and Java walks the tree with the core's cursor. There is less to limit a parse with
 * than in the compiled library: operations are counted without the bytes they copy, so that the CPU
 * deadline is what ends a parse that is not linear; native memory is not counted; and the native
 * stack is only as safe as {@link SourceScan} and {@link ParserThreads} make it.
 */
final class BundledParser implements NativeParser {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** Progress calls between two looks at the clock. */
  private static final int CLOCK_INTERVAL = 16;

  private static final int OPERATIONS_PER_CALL = 100;

  private final BundledLibrary library;
  private final ParseLimits limits;
  private final Arena arena = Arena.ofConfined();
  private final MemorySegment parser;
  private final MemorySegment input;
  private final MemorySegment options;
  private final SegmentAllocator nodeSlot;
  private final MemorySegment cursor;
  private final MemorySegment empty;

  private volatile boolean cancelled;
  private MemorySegment source = MemorySegment.NULL;
  private long progressCalls;
  private long maxProgressCalls;
  private long deadlineNanos;
  private @Nullable RefusalReason stopped;

  BundledParser(BundledLibrary library, ParseLimits limits) {
    this.library = library;
    this.limits = limits;
    nodeSlot = SegmentAllocator.prefixAllocator(arena.allocate(BundledLibrary.NODE));
    cursor = arena.allocate(BundledLibrary.CURSOR);
    empty = arena.allocate(1);
    input = arena.allocate(BundledLibrary.INPUT);
    input.set(
        ValueLayout.ADDRESS,
        8,
        upcall(
            "read",
            FunctionDescriptor.of(
                ValueLayout.ADDRESS,
                ValueLayout.ADDRESS,
                ValueLayout.JAVA_INT,
                ValueLayout.JAVA_LONG,
                ValueLayout.ADDRESS)));
    options = arena.allocate(BundledLibrary.OPTIONS);
    options.set(
        ValueLayout.ADDRESS,
        8,
        upcall("progress", FunctionDescriptor.of(ValueLayout.JAVA_BOOLEAN, ValueLayout.ADDRESS)));
    try {
      parser = (MemorySegment) library.parserNew.invokeExact();
    } catch (Throwable e) {
      throw NativeCalls.unexpected(e);
    }
  }

  private MemorySegment upcall(String method, FunctionDescriptor descriptor) {
    MethodType type = descriptor.toMethodType();
    try {
      MethodHandle target =
          MethodHandles.lookup().findVirtual(BundledParser.class, method, type).bindTo(this);
      return Linker.nativeLinker().upcallStub(target, descriptor, arena);
    } catch (NoSuchMethodException | IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Called by the core for the bytes from an offset on: all of the rest is one chunk.
   *
   * @param point a {@code TSPoint} of two ints, passed in one register
   */
  @SuppressWarnings({"unused", "UnusedVariable"})
  private MemorySegment read(
      MemorySegment payload, int offset, long point, MemorySegment lengthOut) {
    int rest = (int) Math.max(0, source.byteSize() - offset);
    lengthOut.reinterpret(4).set(ValueLayout.JAVA_INT, 0, rest);
    return rest == 0 ? empty : source.asSlice(offset);
  }

  /** Called by the core once per hundred operations; true ends the parse. Must not throw. */
  @SuppressWarnings({"unused", "UnusedVariable"})
  private boolean progress(MemorySegment state) {
    progressCalls++;
    if (progressCalls > maxProgressCalls) {
      stopped = RefusalReason.WORK_BUDGET;
    } else if (cancelled) {
      stopped = RefusalReason.CANCELLED;
    } else if (progressCalls % CLOCK_INTERVAL == 0
        && THREADS.getCurrentThreadCpuTime() > deadlineNanos) {
      stopped = RefusalReason.DEADLINE;
    }
    return stopped != null;
  }

  @Override
  public ParseOutcome parse(Grammar grammar, byte[] utf8) {
    long begin = THREADS.getCurrentThreadCpuTime();
    deadlineNanos = begin + limits.cpuDeadline().toNanos();
    progressCalls = 0;
    maxProgressCalls = limits.operationsFor(utf8.length) / OPERATIONS_PER_CALL;
    stopped = null;
    try (Arena call = Arena.ofConfined()) {
      source = call.allocate(Math.max(1, utf8.length)).asSlice(0, utf8.length);
      MemorySegment.copy(utf8, 0, source, ValueLayout.JAVA_BYTE, 0, utf8.length);
      if (!(boolean) library.setLanguage.invokeExact(parser, library.language(grammar))) {
        throw new IllegalStateException("the bundled core does not accept " + grammar);
      }
      MemorySegment tree =
          (MemorySegment) library.parse.invokeExact(parser, MemorySegment.NULL, input, options);
      if (tree.equals(MemorySegment.NULL)) {
        library.parserReset.invokeExact(parser);
        RefusalReason reason = stopped == null ? RefusalReason.PARSER_FAULT : stopped;
        return new ParseOutcome.Refused(
            reason, "stopped after " + progressCalls * OPERATIONS_PER_CALL + " operations");
      }
      try {
        return outcome(grammar, utf8, tree, begin);
      } finally {
        library.treeDelete.invokeExact(tree);
      }
    } catch (Throwable e) {
      throw NativeCalls.unexpected(e);
    } finally {
      source = MemorySegment.NULL;
    }
  }

  private ParseOutcome outcome(Grammar grammar, byte[] utf8, MemorySegment tree, long begin)
      throws Throwable {
    MemorySegment root = (MemorySegment) library.rootNode.invokeExact(nodeSlot, tree);
    int count = (int) library.descendantCount.invokeExact(root);
    if (count > limits.maxNodes()) {
      return new ParseOutcome.Refused(
          RefusalReason.TOO_MANY_NODES, "more than " + limits.maxNodes() + " nodes");
    }
    int[] nodes = new int[count * SyntaxTree.STRIDE];
    MemorySegment position =
        (MemorySegment)
            library.cursorNew.invokeExact(SegmentAllocator.prefixAllocator(cursor), root);
    try {
      walk(position, nodes);
    } finally {
      library.cursorDelete.invokeExact(position);
    }
    long cpuNanos = THREADS.getCurrentThreadCpuTime() - begin;
    return new ParseOutcome.Parsed(
        new SyntaxTree(grammar, utf8, nodes),
        new ParseCost(progressCalls * OPERATIONS_PER_CALL, cpuNanos, 0, count));
  }

  private void walk(MemorySegment position, int[] nodes) throws Throwable {
    int count = 0;
    int parent = -1;
    while (true) {
      int node = count++;
      fill(position, nodes, node, parent);
      if ((boolean) library.firstChild.invokeExact(position)) {
        parent = node;
        continue;
      }
      while (!(boolean) library.nextSibling.invokeExact(position)) {
        if (parent < 0) {
          return;
        }
        nodes[parent * SyntaxTree.STRIDE + SyntaxTree.SUBTREE_END] = count;
        parent = nodes[parent * SyntaxTree.STRIDE + SyntaxTree.PARENT];
        if (!(boolean) library.toParent.invokeExact(position)) {
          throw new IllegalStateException("the cursor has no parent of a child");
        }
      }
    }
  }

  private void fill(MemorySegment position, int[] nodes, int node, int parent) throws Throwable {
    MemorySegment current = (MemorySegment) library.cursorNode.invokeExact(nodeSlot, position);
    int symbol = (short) library.nodeSymbol.invokeExact(current) & 0xFFFF;
    int field = (short) library.cursorField.invokeExact(position) & SyntaxTree.FIELD_MASK;
    int shape = symbol | field << SyntaxTree.FIELD_SHIFT;
    if ((boolean) library.nodeNamed.invokeExact(current)) {
      shape |= SyntaxTree.NAMED;
    }
    if (symbol == Grammar.ERROR_KIND) {
      shape |= SyntaxTree.ERROR;
    }
    if ((boolean) library.nodeMissing.invokeExact(current)) {
      shape |= SyntaxTree.MISSING;
    }
    if ((boolean) library.nodeExtra.invokeExact(current)) {
      shape |= SyntaxTree.EXTRA;
    }
    int at = node * SyntaxTree.STRIDE;
    nodes[at + SyntaxTree.SHAPE] = shape;
    nodes[at + SyntaxTree.START] = (int) library.nodeStart.invokeExact(current);
    nodes[at + SyntaxTree.END] = (int) library.nodeEnd.invokeExact(current);
    nodes[at + SyntaxTree.SUBTREE_END] = node + 1;
    nodes[at + SyntaxTree.PARENT] = parent;
  }

  @Override
  public void cancel() {
    cancelled = true;
  }

  @Override
  public void close() {
    try {
      library.parserDelete.invokeExact(parser);
    } catch (Throwable e) {
      throw NativeCalls.unexpected(e);
    }
    arena.close();
  }
}
