package dev.codegraph.parser.rust;

import dev.codegraph.parser.FactsBuilder;
import dev.codegraph.parser.walk.LexicalScope;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.parser.walk.WalkContext;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.Role;
import java.util.Set;

/** What all parts of the walk over one file share. */
final class RustContext {
  private static final Set<String> PRIMITIVES =
      Set.of(
          "bool", "char", "f32", "f64", "i128", "i16", "i32", "i64", "i8", "isize", "str", "u128",
          "u16", "u32", "u64", "u8", "usize");

  private final Syntax<RustNode> syntax;
  private final WalkContext walk;
  private final RustOpenedMacros opened;

  /**
   * At the top of a file.
   *
   * @param parsed What the grammar saw instead of the content, see {@link RustItemMacros}.
   */
  RustContext(Syntax<RustNode> syntax, byte[] parsed, FactsBuilder facts) {
    this.syntax = syntax;
    this.walk = new WalkContext(facts, syntax.source().length);
    this.opened = new RustOpenedMacros(syntax.source(), parsed, walk);
  }

  RustOpenedMacros opened() {
    return opened;
  }

  Syntax<RustNode> syntax() {
    return syntax;
  }

  WalkContext walk() {
    return walk;
  }

  FactsBuilder facts() {
    return walk.facts();
  }

  /** The name that a node writes down, without the mark of a raw identifier. */
  String name(int node) {
    String text = syntax.text(node);
    return text.startsWith("r#") ? text.substring(2) : text;
  }

  /** Whether a name is that of a type, a variant or a constant, as the compiler wants it. */
  static boolean isCapital(String name) {
    int letter = name.startsWith("_") && name.length() > 1 ? 1 : 0;
    return !name.isEmpty() && Character.isUpperCase(name.charAt(letter));
  }

  /** Whether a name stands for a type that no file declares. */
  static boolean isPrimitive(String name) {
    return PRIMITIVES.contains(name);
  }

  boolean isTypeParameter(String name) {
    return walk.scope().meaning(name) == LexicalScope.Meaning.TYPE_PARAMETER;
  }

  /**
   * The first name of a path, as the receiver of the second. It is a reference unless it is a
   * keyword, a type parameter or a primitive type.
   */
  int root(int node, boolean isKeyword) {
    String name = name(node);
    if (!isKeyword && !name.equals("Self") && !isTypeParameter(name) && !isPrimitive(name)) {
      walk.reference(segmentRole(name), name, node, -1, -1);
    }
    return root(name);
  }

  /** The expression of the first name of a path; empty for the root of all crates. */
  int root(String name) {
    return walk.expression(ExpressionKind.NAME, name + "::", -1, -1);
  }

  /** A further name of a path, as the receiver of the next. */
  int segment(int node, int receiver) {
    String name = name(node);
    walk.reference(segmentRole(name), name, node, receiver, -1);
    return member(name, receiver);
  }

  int member(String name, int base) {
    return walk.expression(ExpressionKind.MEMBER, name, base, -1);
  }

  /** Before {@code ::} stands a type or a module. */
  private static Role segmentRole(String name) {
    return isCapital(name) ? Role.TYPE : Role.READ;
  }

  /** What a name or path that is not called stands for. */
  static Role valueRole(String name) {
    return isCapital(name) ? Role.READ : Role.FUNCTION_VALUE;
  }
}
