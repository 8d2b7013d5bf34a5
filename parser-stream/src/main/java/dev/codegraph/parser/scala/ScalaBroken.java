package dev.codegraph.parser.scala;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.parser.walk.WalkContext;
import dev.codegraph.schemas.EntityKind;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the grammar could not make sense of: whole declarations below an error, and the heads of
 * those that it did not finish. A head holds what follows on lines that begin further to the right
 * than its own, whether braces or mere white space say so.
 */
final class ScalaBroken {
  private final ScalaContext context;
  private final Syntax<ScalaNode> syntax;
  private final WalkContext walk;
  private final ScalaDeclarations declarations;

  /** For an error that was the body of a type: the first child that is none of its members. */
  private final Map<Integer, Integer> rests = new HashMap<>();

  ScalaBroken(ScalaContext context, ScalaDeclarations declarations) {
    this.context = context;
    this.syntax = context.syntax();
    this.walk = context.walk();
    this.declarations = declarations;
  }

  /** The error behind a type without a body that begins like one, or -1. */
  int body(int type) {
    int next = syntax.nextSibling(type);
    int first = syntax.is(next, ScalaNode.ERROR) ? syntax.firstChild(next) : -1;
    return syntax.textEquals(first, "{") || syntax.textEquals(first, ":") ? next : -1;
  }

  /** Where what belongs to a type ends in the error that is its body. */
  int end(int type, int body) {
    return endOf(syntax.firstChild(body), indent(syntax.start(type)));
  }

  /** Walks what belongs to a type in the error that is its body; the rest comes when it is met. */
  void members(int type, int body) {
    int rest = siblings(syntax.firstChild(body), indent(syntax.start(type)));
    rests.put(body, rest);
  }

  /** Walks the children of an error, but for those that were walked as members. */
  void parts(int node) {
    Integer rest = rests.remove(node);
    int child = rest == null ? syntax.firstChild(node) : rest;
    while (child >= 0) {
      child = siblings(child, -1);
    }
  }

  /**
   * Walks siblings until a line begins no further to the right than a column.
   *
   * @return the first one that was not walked, -1 for none
   */
  private int siblings(int from, int column) {
    int child = from;
    while (child >= 0) {
      if (child != from && ends(child, column)) {
        return child;
      }
      int name = syntax.nextSibling(child);
      EntityKind kind = name < 0 || !syntax.kind(name).isName() ? null : kindOf(child);
      if (kind != null && !context.name(name).isEmpty() && isOnLine(child, name)) {
        child = head(kind, child, name);
      } else {
        whole(child);
        child = syntax.nextSibling(child);
      }
    }
    return -1;
  }

  private boolean ends(int node, int column) {
    return !syntax.textEquals(node, ")")
        && !syntax.textEquals(node, "]")
        && !syntax.tree().isExtra(node)
        && isFirstOfLine(node)
        && syntax.tree().column(syntax.start(node)) <= column;
  }

  private boolean isOnLine(int word, int name) {
    return syntax.tree().line(syntax.start(word)) == syntax.tree().line(syntax.start(name));
  }

  private boolean isFirstOfLine(int node) {
    int start = syntax.start(node);
    return indent(start) == syntax.tree().column(start);
  }

  /** The number of bytes before the first one of a line that is no white space. */
  private int indent(int offset) {
    int start = offset - syntax.tree().column(offset);
    int first = start;
    byte[] source = syntax.source();
    while (first < source.length && (source[first] == ' ' || source[first] == '\t')) {
      first++;
    }
    return first - start;
  }

  /** A declaration, or code, that the grammar did understand; a mere name says nothing. */
  private void whole(int node) {
    ScalaNode kind = syntax.kind(node);
    if (!syntax.tree().isNamed(node) || kind.isName() || kind.isType()) {
      return;
    }
    switch (kind) {
      case EXTENDS_CLAUSE -> {
        EntityDraft owner = context.facts().entity(walk.owner());
        if (owner.kind().isType()) {
          declarations.classes().bases(owner, node);
        } else {
          declarations.code().statement(node);
        }
      }
      case MODIFIERS, ACCESS_MODIFIER, SELF_TYPE, TYPE_PARAMETERS, OTHER -> {}
      default -> {
        if (!syntax.tree().isExtra(node) || kind == ScalaNode.ERROR) {
          declarations.code().statement(node);
        }
      }
    }
  }

  private @Nullable EntityKind kindOf(int token) {
    if (syntax.tree().isNamed(token)) {
      return null;
    }
    boolean inType = context.isInType();
    return switch (syntax.text(token)) {
      case "class" -> EntityKind.CLASS;
      case "trait" -> EntityKind.TRAIT;
      case "object" -> EntityKind.OBJECT;
      case "enum" -> EntityKind.ENUM;
      case "type" -> EntityKind.TYPE_ALIAS;
      case "def" -> inType && !declarations.inCode() ? EntityKind.METHOD : EntityKind.FUNCTION;
      case "val", "var" ->
          declarations.inCode() ? null : inType ? EntityKind.FIELD : EntityKind.VARIABLE;
      default -> null;
    };
  }

  /** The entity of a word and a name; gives the sibling to go on with. */
  private int head(EntityKind kind, int word, int name) {
    int column = indent(syntax.start(word));
    int next = syntax.nextSibling(name);
    int end = next < 0 ? syntax.end(name) : Math.max(syntax.end(name), endOf(next, column));
    EntityDraft draft =
        context
            .facts()
            .entity(
                kind, context.name(name), syntax.start(name), syntax.start(word), end, walk.owner())
            .documentation(context.documentation(syntax.start(word)))
            .signature(syntax.signature(syntax.start(word), endOfHead(next, name)));
    int[] after = {next};
    Runnable inside = () -> after[0] = inside(draft, next, column);
    if (kind.isCallable()) {
      boolean outer = declarations.code().setInBlock(true);
      walk.inCallable(draft.index(), end, inside);
      declarations.code().setInBlock(outer);
    } else {
      boolean outer = declarations.code().setInBlock(!kind.isType());
      walk.inBody(draft.index(), end, inside);
      declarations.code().setInBlock(outer);
    }
    return after[0];
  }

  private int endOf(int from, int column) {
    int last = from;
    for (int c = from; c >= 0 && (c == from || !ends(c, column)); c = syntax.nextSibling(c)) {
      last = c;
    }
    return context.end(last);
  }

  private int endOfHead(int next, int name) {
    int end = syntax.end(name);
    for (int c = next; c >= 0; c = syntax.nextSibling(c)) {
      switch (syntax.kind(c)) {
        case TYPE_PARAMETERS, CLASS_PARAMETERS, PARAMETERS, EXTENDS_CLAUSE -> end = syntax.end(c);
        default -> {
          return end;
        }
      }
    }
    return end;
  }

  private int inside(EntityDraft draft, int from, int column) {
    int child = from;
    while (child >= 0) {
      switch (syntax.kind(child)) {
        case TYPE_PARAMETERS, PARAMETERS -> declarations.callables().parameters(draft, child);
        case CLASS_PARAMETERS -> declarations.classes().constructor(draft, child);
        default -> {
          return ends(child, column) ? child : siblings(child, column);
        }
      }
      child = syntax.nextSibling(child);
    }
    return -1;
  }
}
