package dev.codegraph.graph.link.ecmascript;

import dev.codegraph.graph.link.Symbol;

/** What an expression or a type is, as far as it is known. */
sealed interface EsValue {
  /** Something declared in the project, itself: a class, a function, a variable. */
  record Named(Symbol symbol) implements EsValue {}

  /** An instance of a type of the project, by file and nested name. */
  record Instance(String path, String nested) implements EsValue {}

  /** A module of the project. */
  record Module(String path) implements EsValue {}

  /** An ambient module, whose members are the exports. */
  record Ambient(String path, String nested) implements EsValue {}

  /** Something outside, as package and symbol; the symbol is empty for the module itself. */
  record External(String symbol) implements EsValue {
    boolean isModule() {
      return symbol.endsWith("#");
    }

    External member(String name) {
      return new External(isModule() ? symbol + name : symbol + "." + name);
    }

    boolean isBuiltin() {
      return symbol.startsWith(EsGlobals.PREFIX);
    }
  }

  /** A list of values. */
  record ListOf(EsValue element) implements EsValue {}

  /** A promise of a value. */
  record PromiseOf(EsValue value) implements EsValue {}

  /** Something that is not known; not null where a list or promise of it is. */
  record Unknown() implements EsValue {}
}
