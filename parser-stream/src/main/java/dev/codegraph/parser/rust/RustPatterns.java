package dev.codegraph.parser.rust;

import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Patterns: the names that they bind, the values of these, and what the patterns refer to. */
final class RustPatterns {
  private final RustContext context;
  private final Syntax<RustNode> syntax;
  private final RustTypes types;
  private final RustExpressions expressions;

  RustPatterns(RustContext context, RustTypes types, RustExpressions expressions) {
    this.context = context;
    this.syntax = context.syntax();
    this.types = types;
    this.expressions = expressions;
  }

  /**
   * Binds the names of a pattern.
   *
   * @param kind What the names are when the pattern is nothing but a name.
   * @param from Byte offset at which they become visible.
   * @param type Declared type; empty when there is none.
   * @param value Expression index of the matched value, -1 when it is not known.
   */
  void bind(int pattern, BindingKind kind, int from, String type, int value) {
    new Match(kind, from).bind(pattern, type, value, false);
  }

  /** One match of a pattern with a value; a name in several alternatives is bound once. */
  private final class Match {
    private final BindingKind kind;
    private final int from;
    private final Set<String> bound = new HashSet<>(2);
    private boolean inside;

    Match(BindingKind kind, int from) {
      this.kind = kind;
      this.from = from;
    }

    /**
     * Matches a pattern.
     *
     * @param binds Whether a plain name can only be a binding, whatever it looks like.
     */
    void bind(int start, String type, int value, boolean binds) {
      int node = start;
      boolean isBinding = binds;
      while (syntax.is(node, RustNode.REF_PATTERN)
          || syntax.is(node, RustNode.MUT_PATTERN)
          || syntax.is(node, RustNode.REFERENCE_PATTERN)) {
        isBinding |= !syntax.is(node, RustNode.REFERENCE_PATTERN);
        int inner = syntax.firstNamed(node);
        node = syntax.is(inner, RustNode.MUTABLE_SPECIFIER) ? syntax.nextNamed(inner) : inner;
      }
      switch (syntax.kind(node)) {
        case IDENTIFIER, SHORTHAND_FIELD_IDENTIFIER -> name(node, type, value, isBinding);
        case SELF -> {}
        case TUPLE_PATTERN -> parts(node, -1, typed(type, value));
        case TUPLE_STRUCT_PATTERN -> {
          int path = syntax.field(node, RustFields.TYPE);
          types.references(path, Role.READ);
          parts(node, path, cast(path, typed(type, value)));
        }
        case STRUCT_PATTERN -> struct(node, typed(type, value));
        case SLICE_PATTERN -> {
          inside = true;
          int matched = typed(type, value);
          int element =
              matched < 0 ? -1 : context.walk().expression(ExpressionKind.INDEX, "", matched, -1);
          for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
            bind(c, "", isRest(c) ? matched : element, false);
          }
        }
        case OR_PATTERN -> alternatives(node, type, value);
        case CAPTURED_PATTERN -> {
          int name = syntax.firstNamed(node);
          bind(name, type, value, true);
          inside = true;
          bind(syntax.nextNamed(name), type, value, false);
        }
        case SCOPED_IDENTIFIER, SCOPED_TYPE_IDENTIFIER -> types.path(node, Role.READ, -1);
        case REMAINING_FIELD_PATTERN -> {}
        case RANGE_PATTERN -> {
          for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
            bind(c, "", -1, false);
          }
        }
        default -> {
          if (node >= 0) {
            expressions.value(node, false);
          }
        }
      }
    }

    /** Whether a part of a slice pattern is a slice itself. */
    private boolean isRest(int node) {
      return syntax.is(node, RustNode.CAPTURED_PATTERN)
          && syntax.child(node, RustNode.REMAINING_FIELD_PATTERN) >= 0;
    }

    /** A chain of alternatives leans to the left and may be long. */
    private void alternatives(int start, String type, int value) {
      List<Integer> rightToLeft = new ArrayList<>(2);
      int node = start;
      while (syntax.is(node, RustNode.OR_PATTERN)) {
        int left = syntax.firstNamed(node);
        int right = left < 0 ? -1 : syntax.nextNamed(left);
        if (right >= 0) {
          rightToLeft.add(right);
        }
        node = left;
      }
      bind(node, type, value, false);
      for (int alternative : rightToLeft.reversed()) {
        bind(alternative, type, value, false);
      }
    }

    private void parts(int node, int skipped, int value) {
      inside = true;
      int index = 0;
      for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
        if (c == skipped) {
          continue;
        }
        if (syntax.is(c, RustNode.REMAINING_FIELD_PATTERN)) {
          index = -1;
        } else {
          boolean known = value >= 0 && index >= 0;
          bind(c, "", known ? context.member(String.valueOf(index), value) : -1, false);
          index += index < 0 ? 0 : 1;
        }
      }
    }

    private void struct(int node, int value) {
      inside = true;
      int type = syntax.field(node, RustFields.TYPE);
      types.references(type);
      int whole = cast(type, value);
      for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
        int name = syntax.is(c, RustNode.FIELD_PATTERN) ? syntax.field(c, RustFields.NAME) : -1;
        if (name >= 0) {
          context.walk().reference(Role.READ, context.name(name), name, whole, -1);
          int pattern = syntax.field(c, RustFields.PATTERN);
          boolean isShort = pattern < 0;
          bind(isShort ? name : pattern, "", context.member(context.name(name), whole), isShort);
        }
      }
    }

    private int typed(String type, int value) {
      return type.isEmpty() ? value : context.walk().expression(ExpressionKind.CAST, type, -1, -1);
    }

    private int cast(int path, int value) {
      return context.walk().expression(ExpressionKind.CAST, types.baseText(path), value, -1);
    }

    private void name(int node, String type, int value, boolean binds) {
      String name = context.name(node);
      if (!binds && RustContext.isCapital(name)) {
        if (!context.walk().isLocal(name)) {
          context.walk().reference(Role.READ, name, node, -1, -1);
        }
      } else if (!name.equals("_") && bound.add(name)) {
        BindingKind how = inside && kind == BindingKind.LOCAL ? BindingKind.PATTERN : kind;
        context.walk().bind(name, how, from, type, type.isEmpty() ? value : -1);
      }
    }
  }
}
