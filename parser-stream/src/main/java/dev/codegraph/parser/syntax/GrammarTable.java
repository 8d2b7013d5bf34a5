package dev.codegraph.parser.syntax;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** The names of a grammar's kinds and fields, read once from its native library. */
record GrammarTable(
    String grammar,
    String[] kindNames,
    BitSet named,
    Map<String, Integer> kinds,
    Map<String, Integer> tokens,
    Map<String, Integer> fields) {

  /** tree-sitter's symbol types: regular are the named ones; supertypes and hidden ones follow. */
  private static final int REGULAR = 0;

  private static final int ANONYMOUS = 1;

  /**
   * Reads the names through the core's {@code ts_language_*} functions.
   *
   * @param core a library with these functions
   * @param language what {@code tree_sitter_<name>} returned
   */
  static GrammarTable read(Grammar grammar, NativeCalls core, MemorySegment language) {
    MethodHandle symbolCount =
        core.function("ts_language_symbol_count", NativeCalls.INT, NativeCalls.POINTER);
    MethodHandle symbolName =
        core.function(
            "ts_language_symbol_name", NativeCalls.POINTER, NativeCalls.POINTER, NativeCalls.SHORT);
    MethodHandle symbolType =
        core.function(
            "ts_language_symbol_type", NativeCalls.INT, NativeCalls.POINTER, NativeCalls.SHORT);
    MethodHandle symbolForName =
        core.function(
            "ts_language_symbol_for_name",
            NativeCalls.SHORT,
            NativeCalls.POINTER,
            NativeCalls.POINTER,
            NativeCalls.INT,
            NativeCalls.BOOL);
    MethodHandle fieldCount =
        core.function("ts_language_field_count", NativeCalls.INT, NativeCalls.POINTER);
    MethodHandle fieldName =
        core.function(
            "ts_language_field_name_for_id",
            NativeCalls.POINTER,
            NativeCalls.POINTER,
            NativeCalls.SHORT);
    try (Arena arena = Arena.ofConfined()) {
      String[] names = new String[(int) symbolCount.invokeExact(language)];
      BitSet named = new BitSet(names.length);
      Map<String, Integer> kinds = new HashMap<>();
      Map<String, Integer> tokens = new HashMap<>();
      for (int kind = 0; kind < names.length; kind++) {
        names[kind] = string((MemorySegment) symbolName.invokeExact(language, (short) kind));
        int type = (int) symbolType.invokeExact(language, (short) kind);
        if (type != REGULAR && type != ANONYMOUS) {
          continue;
        }
        named.set(kind, type == REGULAR);
        Map<String, Integer> numbers = type == REGULAR ? kinds : tokens;
        if (!numbers.containsKey(names[kind])) {
          MemorySegment name = arena.allocateFrom(names[kind]);
          short known =
              (short)
                  symbolForName.invokeExact(
                      language, name, (int) name.byteSize() - 1, type == REGULAR);
          numbers.put(names[kind], known & 0xFFFF);
        }
      }
      Map<String, Integer> fields = new HashMap<>();
      int count = (int) fieldCount.invokeExact(language);
      if (count > SyntaxTree.FIELD_MASK) {
        throw new IllegalStateException(grammar + " has more fields than a node has bits for");
      }
      for (int field = 1; field <= count; field++) {
        fields.put(string((MemorySegment) fieldName.invokeExact(language, (short) field)), field);
      }
      return new GrammarTable(grammar.nativeName(), names, named, kinds, tokens, fields);
    } catch (Throwable e) {
      throw NativeCalls.unexpected(e);
    }
  }

  private static String string(MemorySegment zeroTerminated) {
    return zeroTerminated.reinterpret(Long.MAX_VALUE).getString(0);
  }

  int kindCount() {
    return kindNames.length;
  }

  String kindName(int kind) {
    return kind == Grammar.ERROR_KIND ? "ERROR" : kindNames[kind];
  }

  boolean isNamed(int kind) {
    return named.get(kind);
  }

  int kind(String name) {
    return name.equals("ERROR") ? Grammar.ERROR_KIND : known(kinds, "node type", name);
  }

  int token(String text) {
    return known(tokens, "token", text);
  }

  int field(String name) {
    return known(fields, "field", name);
  }

  private int known(Map<String, Integer> numbers, String what, String name) {
    Integer number = numbers.get(name);
    if (number == null) {
      throw new IllegalArgumentException(
          "the " + grammar + " grammar has no " + what + " '" + name + "'");
    }
    return number;
  }
}
