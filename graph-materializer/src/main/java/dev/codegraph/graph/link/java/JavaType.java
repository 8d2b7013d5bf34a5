package dev.codegraph.graph.link.java;

import dev.codegraph.graph.link.Symbol;
import java.util.List;

/** The type of an expression, or a type that is named. */
sealed interface JavaType {
  /** Nothing is known. */
  JavaType UNKNOWN = new Unknown();

  /**
   * A type of the project.
   *
   * @param symbol Its entry.
   * @param arguments Type arguments as written; empty when raw.
   * @param context Where the arguments are written.
   */
  record Declared(Symbol symbol, List<String> arguments, JavaContext context) implements JavaType {
    String key() {
      return symbol.entry().details().getFirst();
    }
  }

  /**
   * A type from outside.
   *
   * @param name Qualified name; when only a way to a value of the type is known, that: the
   *     qualified name of another type, #, and a member.
   * @param arguments Type arguments as written.
   * @param context Where the arguments are written.
   */
  record External(String name, List<String> arguments, JavaContext context) implements JavaType {
    boolean isPath() {
      return name.indexOf('#') >= 0;
    }

    /** The symbol of a member, without the ecosystem. */
    String symbol(String member) {
      return name + (isPath() ? '.' : '#') + member;
    }
  }

  /** An array. */
  record Array(JavaType element) implements JavaType {}

  /** A primitive type, or void. */
  record Primitive(String name) implements JavaType {}

  /** Not known. */
  record Unknown() implements JavaType {}
}
