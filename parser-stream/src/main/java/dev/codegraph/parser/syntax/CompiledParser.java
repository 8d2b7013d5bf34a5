package dev.codegraph.parser.syntax;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** One parser of the compiled library: one native call parses, walks and enforces all limits. */
final class CompiledParser implements NativeParser {
  /** What {@code Result} in {@code syntax.c} looks like. */
  private static final long RESULT_BYTES = 40;

  /** Larger buffers are not kept between parses. */
  private static final int KEPT_BYTES = 4 << 20;

  private final CompiledLibrary library;
  private final ParseLimits limits;
  private final Arena arena = Arena.ofConfined();
  private final MemorySegment handle;
  private final MemorySegment nativeLimits;
  private final MemorySegment result;

  /** Never freed by hand, because {@link #cancel} may come from any thread at any time. */
  private final MemorySegment cancelled = Arena.ofAuto().allocate(ValueLayout.JAVA_INT);

  private Arena sourceArena = Arena.ofConfined();
  private MemorySegment source = MemorySegment.NULL;

  CompiledParser(CompiledLibrary library, ParseLimits limits) {
    this.library = library;
    this.limits = limits;
    nativeLimits =
        arena.allocateFrom(
            ValueLayout.JAVA_LONG,
            limits.maxOperations(),
            limits.cpuDeadline().toNanos(),
            limits.maxNodes());
    result = arena.allocate(RESULT_BYTES, 8);
    try {
      handle = (MemorySegment) library.parserNew.invokeExact(limits.memoryBytes());
    } catch (Throwable e) {
      throw NativeCalls.unexpected(e);
    }
    if (handle.equals(MemorySegment.NULL)) {
      throw new IllegalStateException(
          "no address space for a parser of " + limits.memoryBytes() + " bytes");
    }
  }

  @Override
  public ParseOutcome parse(Grammar grammar, byte[] utf8) {
    copyIn(utf8);
    nativeLimits.set(ValueLayout.JAVA_LONG, 0, limits.operationsFor(utf8.length));
    try {
      library.parse.invokeExact(
          handle, library.language(grammar), source, utf8.length, nativeLimits, cancelled, result);
    } catch (Throwable e) {
      throw NativeCalls.unexpected(e);
    }
    ParseOutcome outcome = outcome(grammar, utf8);
    trim(utf8.length);
    return outcome;
  }

  private void copyIn(byte[] utf8) {
    if (source.byteSize() < utf8.length) {
      sourceArena.close();
      sourceArena = Arena.ofConfined();
      source = sourceArena.allocate(Math.max(1 << 16, Long.highestOneBit(utf8.length) * 2));
    }
    MemorySegment.copy(utf8, 0, source, ValueLayout.JAVA_BYTE, 0, utf8.length);
  }

  private ParseOutcome outcome(Grammar grammar, byte[] utf8) {
    int nodeCount = result.get(ValueLayout.JAVA_INT, 4);
    long operations = result.get(ValueLayout.JAVA_LONG, 8);
    long cpuNanos = result.get(ValueLayout.JAVA_LONG, 16);
    long peakBytes = result.get(ValueLayout.JAVA_LONG, 24);
    return switch (result.get(ValueLayout.JAVA_INT, 0)) {
      case 0 -> {
        int[] nodes = new int[nodeCount * SyntaxTree.STRIDE];
        MemorySegment filled = result.get(ValueLayout.ADDRESS, 32).reinterpret(nodes.length * 4L);
        MemorySegment.copy(filled, ValueLayout.JAVA_INT, 0, nodes, 0, nodes.length);
        yield new ParseOutcome.Parsed(
            new SyntaxTree(grammar, utf8, nodes),
            new ParseCost(operations, cpuNanos, peakBytes, nodeCount));
      }
      case 1 ->
          refused(
              RefusalReason.WORK_BUDGET,
              "more than %d operations",
              limits.operationsFor(utf8.length));
      case 2 -> refused(RefusalReason.DEADLINE, "more than %s of CPU time", limits.cpuDeadline());
      case 3 -> refused(RefusalReason.MEMORY, "more than %d bytes", limits.memoryBytes());
      case 4 -> refused(RefusalReason.CANCELLED, "cancelled after %d operations", operations);
      case 5 -> refused(RefusalReason.TOO_MANY_NODES, "more than %d nodes", limits.maxNodes());
      case 6 ->
          refused(RefusalReason.NESTING, "native stack used up after %d operations", operations);
      default -> refused(RefusalReason.PARSER_FAULT, "stopped after %d operations", operations);
    };
  }

  private static ParseOutcome refused(RefusalReason reason, String detail, Object value) {
    return new ParseOutcome.Refused(reason, detail.formatted(value));
  }

  private void trim(int length) {
    if (length > KEPT_BYTES) {
      sourceArena.close();
      sourceArena = Arena.ofConfined();
      source = MemorySegment.NULL;
    }
    call(library.parserTrim);
  }

  private void call(MethodHandle procedure) {
    try {
      procedure.invokeExact(handle);
    } catch (Throwable e) {
      throw NativeCalls.unexpected(e);
    }
  }

  @Override
  public void cancel() {
    cancelled.set(ValueLayout.JAVA_INT, 0, 1);
  }

  @Override
  public void close() {
    call(library.parserDelete);
    sourceArena.close();
    arena.close();
  }
}
