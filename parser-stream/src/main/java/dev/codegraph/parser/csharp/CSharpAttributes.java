package dev.codegraph.parser.csharp;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.EntityFlag;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.Role;
import java.util.ArrayList;
import java.util.List;

/** Attributes: what they refer to, and what the well-known ones say about an entity. */
final class CSharpAttributes {
  private final CSharpWalk walk;
  private final Syntax<CSharpNode> syntax;

  CSharpAttributes(CSharpWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  /** Walks the attributes before a declaration. */
  void of(int declaration, EntityDraft draft) {
    for (int c = syntax.firstNamed(declaration); c >= 0; c = syntax.nextNamed(c)) {
      switch (syntax.kind(c)) {
        case ATTRIBUTE_LIST -> list(c, draft);
        case OTHER -> conditional(c, draft);
        default -> {
          // Behind the attributes.
        }
      }
    }
  }

  /** Attributes between preprocessor lines; not all releases of the grammar have the node. */
  private void conditional(int node, EntityDraft draft) {
    if (syntax.textEquals(syntax.firstChild(node), "#if")) {
      of(node, draft);
      for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
        if (syntax.is(c, CSharpNode.PREPROC_ELSE) || syntax.is(c, CSharpNode.PREPROC_ELIF)) {
          of(c, draft);
        }
      }
    }
  }

  /** Walks the attributes in brackets, or one alone. */
  void list(int node, EntityDraft draft) {
    walk.context()
        .inEntity(
            draft.index(),
            () -> {
              if (syntax.is(node, CSharpNode.ATTRIBUTE)) {
                attribute(node, draft);
              }
              for (int attribute : syntax.children(node, CSharpNode.ATTRIBUTE)) {
                attribute(attribute, draft);
              }
            });
  }

  private void attribute(int node, EntityDraft draft) {
    int name = syntax.field(node, CSharpField.NAME);
    if (name < 0) {
      return;
    }
    walk.types().named(name, Role.ANNOTATE, -1);
    int list = syntax.child(node, CSharpNode.ATTRIBUTE_ARGUMENT_LIST);
    for (int argument : syntax.children(list, CSharpNode.ATTRIBUTE_ARGUMENT)) {
      int set = setName(argument);
      if (set >= 0) {
        int made = walk.expression(ExpressionKind.NEW, walk.types().bare(name), -1, -1);
        walk.context().reference(Role.WRITE, walk.name(set), set, made, -1);
      }
      walk.expressions().value(value(argument), false);
    }
    flag(simpleName(node), draft);
  }

  /**
   * The name of the member that an argument sets, or -1. One release of the grammar has an
   * assignment there.
   */
  private int setName(int argument) {
    int assignment = syntax.child(argument, CSharpNode.ASSIGNMENT_EXPRESSION);
    if (assignment >= 0) {
      return syntax.field(assignment, CSharpField.LEFT);
    }
    return walk.token(argument, "=") < 0 ? -1 : syntax.field(argument, CSharpField.NAME);
  }

  /** The value of an argument, behind its name. */
  private int value(int argument) {
    int assignment = syntax.child(argument, CSharpNode.ASSIGNMENT_EXPRESSION);
    return assignment >= 0
        ? syntax.field(assignment, CSharpField.RIGHT)
        : walk.expressions().argumentValue(argument);
  }

  private void flag(String name, EntityDraft draft) {
    boolean isMethod = draft.kind() == EntityKind.METHOD;
    switch (name) {
      case "Fact",
          "Theory",
          "Test",
          "TestCase",
          "TestCaseSource",
          "TestMethod",
          "DataTestMethod" -> {
        if (isMethod) {
          draft.flag(EntityFlag.TEST);
        }
      }
      case "Benchmark" -> {
        if (isMethod) {
          draft.flag(EntityFlag.BENCHMARK);
        }
      }
      case "Obsolete" -> draft.flag(EntityFlag.DEPRECATED);
      case "GeneratedCode", "CompilerGenerated" -> draft.flag(EntityFlag.GENERATED);
      default -> {
        // Others judge nothing.
      }
    }
  }

  /** The last name of an attribute's type, without the ending that may be left out. */
  String simpleName(int attribute) {
    int name = walk.types().lastName(syntax.field(attribute, CSharpField.NAME));
    String text = walk.name(name);
    return text.endsWith("Attribute") && text.length() > 9
        ? text.substring(0, text.length() - 9)
        : text;
  }

  /** The attributes before a declaration. */
  List<Integer> all(int declaration) {
    List<Integer> found = new ArrayList<>(0);
    for (int list : syntax.children(declaration, CSharpNode.ATTRIBUTE_LIST)) {
      found.addAll(syntax.children(list, CSharpNode.ATTRIBUTE));
    }
    return found;
  }

  /** Whether an attribute has arguments that only running the code would tell. */
  boolean isComputed(int attribute) {
    int list = syntax.child(attribute, CSharpNode.ATTRIBUTE_ARGUMENT_LIST);
    for (int argument : syntax.children(list, CSharpNode.ATTRIBUTE_ARGUMENT)) {
      if (setName(argument) < 0 && !walk.routes().isLiteral(value(argument))) {
        return true;
      }
    }
    return false;
  }

  /** The string literals among the arguments without a name. */
  List<Integer> literals(int attribute) {
    List<Integer> found = new ArrayList<>(1);
    int list = syntax.child(attribute, CSharpNode.ATTRIBUTE_ARGUMENT_LIST);
    for (int argument : syntax.children(list, CSharpNode.ATTRIBUTE_ARGUMENT)) {
      int value = value(argument);
      if (setName(argument) < 0 && walk.routes().isLiteral(value)) {
        found.add(value);
      }
    }
    return found;
  }
}
