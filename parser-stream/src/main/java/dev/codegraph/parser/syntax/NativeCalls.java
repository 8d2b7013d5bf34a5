package dev.codegraph.parser.syntax;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** Handles of C functions of one loaded library. */
record NativeCalls(SymbolLookup symbols) {
  static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
  static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
  static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT;
  static final ValueLayout.OfBoolean BOOL = ValueLayout.JAVA_BOOLEAN;
  static final MemoryLayout POINTER = ValueLayout.ADDRESS;

  private static final Linker LINKER = Linker.nativeLinker();

  MethodHandle function(String name, MemoryLayout result, MemoryLayout... arguments) {
    return LINKER.downcallHandle(address(name), FunctionDescriptor.of(result, arguments));
  }

  MethodHandle procedure(String name, MemoryLayout... arguments) {
    return LINKER.downcallHandle(address(name), FunctionDescriptor.ofVoid(arguments));
  }

  /**
   * A function that returns within nanoseconds and calls nothing back: called without transition.
   */
  MethodHandle trivial(String name, MemoryLayout result, MemoryLayout... arguments) {
    return LINKER.downcallHandle(
        address(name), FunctionDescriptor.of(result, arguments), Linker.Option.critical(false));
  }

  /** The language that a grammar's library gives out. */
  MemorySegment language(String grammar) {
    try {
      return (MemorySegment) function("tree_sitter_" + grammar, POINTER).invokeExact();
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  MemorySegment address(String name) {
    return symbols
        .find(name)
        .orElseThrow(() -> new IllegalStateException("the native library has no " + name));
  }

  /** What a handle threw cannot be a checked exception: native code throws none. */
  static RuntimeException unexpected(Throwable thrown) {
    return switch (thrown) {
      case RuntimeException e -> e;
      case Error e -> throw e;
      default -> new IllegalStateException(thrown);
    };
  }
}
