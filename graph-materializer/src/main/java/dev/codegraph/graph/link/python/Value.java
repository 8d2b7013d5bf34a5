package dev.codegraph.graph.link.python;

import dev.codegraph.graph.link.Symbol;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an expression is known to give.
 *
 * @param kind Shape.
 * @param path File of a class, function or module of the project.
 * @param id Local id of a class; dotted name of a namespace; {@code module} or {@code
 *     module#symbol} of something external.
 * @param arguments Type arguments; members of a union.
 * @param symbol Entry of a function.
 */
record Value(Kind kind, String path, String id, List<Value> arguments, @Nullable Symbol symbol) {
  enum Kind {
    UNKNOWN,
    /** None: has no members worth looking at. */
    NULL,
    MODULE,
    /** A package without a file of its own. */
    NAMESPACE,
    CLASS,
    INSTANCE,
    FUNCTION,
    EXTERNAL_MODULE,
    /** A class, function or other thing of an external module. */
    EXTERNAL,
    EXTERNAL_INSTANCE,
    UNION
  }

  static final Value UNKNOWN = new Value(Kind.UNKNOWN, "", "", List.of(), null);
  static final Value NULL = new Value(Kind.NULL, "", "", List.of(), null);

  static Value of(Kind kind, String path, String id) {
    return new Value(kind, path, id, List.of(), null);
  }

  static Value builtin(String type, Value... arguments) {
    return new Value(Kind.EXTERNAL_INSTANCE, "", "builtins#" + type, List.of(arguments), null);
  }

  boolean is(Kind other) {
    return kind == other;
  }

  /** The instance that calling a class gives; other values stay as they are. */
  Value instance() {
    return switch (kind) {
      case CLASS -> new Value(Kind.INSTANCE, path, id, arguments, null);
      case EXTERNAL -> new Value(Kind.EXTERNAL_INSTANCE, path, id, arguments, null);
      default -> this;
    };
  }

  /** The class of an instance; other values stay as they are. */
  Value type() {
    return switch (kind) {
      case INSTANCE -> new Value(Kind.CLASS, path, id, arguments, null);
      case EXTERNAL_INSTANCE -> new Value(Kind.EXTERNAL, path, id, arguments, null);
      default -> this;
    };
  }

  Value with(List<Value> typeArguments) {
    return new Value(kind, path, id, typeArguments, symbol);
  }

  /** The last name of an external symbol. */
  String externalName() {
    return id.substring(Math.max(id.lastIndexOf('#'), id.lastIndexOf('.')) + 1);
  }
}
