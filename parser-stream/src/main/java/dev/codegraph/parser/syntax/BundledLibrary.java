package dev.codegraph.parser.syntax;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.net.URL;
import java.util.EnumMap;
import java.util.Map;

/**
 * The natives inside the bonede jars: an unchanged tree-sitter core and one library per grammar,
 * for all platforms. There is no C of ours in them, so Java calls the core's own functions node by
 * node; that is five times slower, and its limits are weaker.
 */
final class BundledLibrary implements NativeLibrary {
  static final StructLayout NODE =
      MemoryLayout.structLayout(
          MemoryLayout.sequenceLayout(4, NativeCalls.INT),
          NativeCalls.POINTER,
          NativeCalls.POINTER);
  static final StructLayout CURSOR =
      MemoryLayout.structLayout(
          NativeCalls.POINTER,
          NativeCalls.POINTER,
          MemoryLayout.sequenceLayout(3, NativeCalls.INT),
          MemoryLayout.paddingLayout(4));
  static final StructLayout INPUT =
      MemoryLayout.structLayout(
          NativeCalls.POINTER.withName("payload"),
          NativeCalls.POINTER.withName("read"),
          NativeCalls.INT.withName("encoding"),
          MemoryLayout.paddingLayout(4),
          NativeCalls.POINTER.withName("decode"));
  static final StructLayout OPTIONS =
      MemoryLayout.structLayout(
          NativeCalls.POINTER.withName("payload"), NativeCalls.POINTER.withName("progress"));

  private static final MemoryLayout POINTER = NativeCalls.POINTER;
  private static final ValueLayout.OfInt INT = NativeCalls.INT;
  private static final ValueLayout.OfBoolean BOOL = NativeCalls.BOOL;

  private final NativeCalls core;
  private final Map<Grammar, MemorySegment> languages = new EnumMap<>(Grammar.class);

  final MethodHandle parserNew;
  final MethodHandle parserDelete;
  final MethodHandle parserReset;
  final MethodHandle setLanguage;
  final MethodHandle parse;
  final MethodHandle treeDelete;
  final MethodHandle rootNode;
  final MethodHandle descendantCount;
  final MethodHandle cursorNew;
  final MethodHandle cursorDelete;
  final MethodHandle cursorNode;
  final MethodHandle cursorField;
  final MethodHandle firstChild;
  final MethodHandle nextSibling;
  final MethodHandle toParent;
  final MethodHandle nodeSymbol;
  final MethodHandle nodeStart;
  final MethodHandle nodeEnd;
  final MethodHandle nodeNamed;
  final MethodHandle nodeMissing;
  final MethodHandle nodeExtra;

  BundledLibrary() {
    core = new NativeCalls(loadResource("tree-sitter"));
    for (Grammar grammar : Grammar.values()) {
      languages.put(grammar, load(grammar));
    }
    parserNew = core.function("ts_parser_new", POINTER);
    parserDelete = core.procedure("ts_parser_delete", POINTER);
    parserReset = core.procedure("ts_parser_reset", POINTER);
    setLanguage = core.function("ts_parser_set_language", BOOL, POINTER, POINTER);
    parse =
        core.function("ts_parser_parse_with_options", POINTER, POINTER, POINTER, INPUT, OPTIONS);
    treeDelete = core.procedure("ts_tree_delete", POINTER);
    rootNode = core.function("ts_tree_root_node", NODE, POINTER);
    descendantCount = core.function("ts_node_descendant_count", INT, NODE);
    cursorNew = core.function("ts_tree_cursor_new", CURSOR, NODE);
    cursorDelete = core.procedure("ts_tree_cursor_delete", POINTER);
    cursorNode = core.trivial("ts_tree_cursor_current_node", NODE, POINTER);
    cursorField = core.trivial("ts_tree_cursor_current_field_id", NativeCalls.SHORT, POINTER);
    firstChild = core.trivial("ts_tree_cursor_goto_first_child", BOOL, POINTER);
    nextSibling = core.trivial("ts_tree_cursor_goto_next_sibling", BOOL, POINTER);
    toParent = core.trivial("ts_tree_cursor_goto_parent", BOOL, POINTER);
    nodeSymbol = core.trivial("ts_node_symbol", NativeCalls.SHORT, NODE);
    nodeStart = core.trivial("ts_node_start_byte", INT, NODE);
    nodeEnd = core.trivial("ts_node_end_byte", INT, NODE);
    nodeNamed = core.trivial("ts_node_is_named", BOOL, NODE);
    nodeMissing = core.trivial("ts_node_is_missing", BOOL, NODE);
    nodeExtra = core.trivial("ts_node_is_extra", BOOL, NODE);
  }

  /** The language of a grammar's own library. */
  static MemorySegment load(Grammar grammar) {
    String name = grammar.nativeName();
    NativeCalls library = new NativeCalls(loadResource("tree-sitter-" + name.replace('_', '-')));
    return library.language(name);
  }

  private static SymbolLookup loadResource(String name) {
    String platform = NativeFiles.platform();
    String os = platform.substring(0, platform.indexOf('-'));
    String arch = platform.substring(os.length() + 1);
    String resource =
        "lib/"
            + arch
            + switch (os) {
              case "macos" -> "-macos-" + name + ".dylib";
              case "windows" -> "-windows-" + name + ".dll";
              default -> "-linux-gnu-" + name + ".so";
            };
    URL found = NativeFiles.find(resource);
    if (found == null) {
      throw new IllegalStateException("no tree-sitter library for " + platform + ": " + resource);
    }
    return NativeFiles.load(found);
  }

  MemorySegment language(Grammar grammar) {
    return languages.get(grammar);
  }

  @Override
  public String describe() {
    return "bundled tree-sitter libraries for " + NativeFiles.platform();
  }

  @Override
  public GrammarTable table(Grammar grammar) {
    return GrammarTable.read(grammar, core, language(grammar));
  }

  @Override
  public NativeParser newParser(ParseLimits limits) {
    return new BundledParser(this, limits);
  }
}
