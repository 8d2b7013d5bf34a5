package dev.codegraph.parser.syntax;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.net.URL;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The library that the build makes from {@code src/main/native}: core, grammars and our C file. */
final class CompiledLibrary implements NativeLibrary {
  private final URL source;
  private final NativeCalls calls;
  private final Map<Grammar, MemorySegment> languages = new EnumMap<>(Grammar.class);
  final MethodHandle parserNew;
  final MethodHandle parserDelete;
  final MethodHandle parserTrim;
  final MethodHandle parse;

  /** Where the build puts it; null where it was not made for this platform. */
  static @Nullable URL find() {
    return NativeFiles.find("native/" + NativeFiles.platform() + "/libcodegraph-syntax.so");
  }

  CompiledLibrary(URL source) {
    this.source = source;
    this.calls = new NativeCalls(NativeFiles.load(source));
    for (Grammar grammar : Grammar.values()) {
      languages.put(
          grammar,
          grammar == Grammar.DART
              ? BundledLibrary.load(grammar)
              : calls.language(grammar.nativeName()));
    }
    parserNew = calls.function("cg_parser_new", NativeCalls.POINTER, NativeCalls.LONG);
    parserDelete = calls.procedure("cg_parser_delete", NativeCalls.POINTER);
    parserTrim = calls.procedure("cg_parser_trim", NativeCalls.POINTER);
    parse =
        calls.procedure(
            "cg_parse",
            NativeCalls.POINTER,
            NativeCalls.POINTER,
            NativeCalls.POINTER,
            NativeCalls.INT,
            NativeCalls.POINTER,
            NativeCalls.POINTER,
            NativeCalls.POINTER);
  }

  MemorySegment language(Grammar grammar) {
    return languages.get(grammar);
  }

  @Override
  public String describe() {
    return "compiled tree-sitter library " + source;
  }

  @Override
  public GrammarTable table(Grammar grammar) {
    return GrammarTable.read(grammar, calls, language(grammar));
  }

  @Override
  public NativeParser newParser(ParseLimits limits) {
    return new CompiledParser(this, limits);
  }
}
