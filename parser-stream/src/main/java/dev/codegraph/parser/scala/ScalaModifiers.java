package dev.codegraph.parser.scala;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.parser.walk.WalkContext;
import dev.codegraph.schemas.EntityFlag;
import dev.codegraph.schemas.Modifier;
import dev.codegraph.schemas.Role;

/** What stands before the keyword of a declaration: modifiers and annotations. */
final class ScalaModifiers {
  private final ScalaContext context;
  private final Syntax<ScalaNode> syntax;
  private final WalkContext walk;
  private final ScalaTypes types;
  private final ScalaCode code;

  ScalaModifiers(ScalaContext context, ScalaTypes types, ScalaCode code) {
    this.context = context;
    this.syntax = context.syntax();
    this.walk = context.walk();
    this.types = types;
    this.code = code;
  }

  /** Gives an entity its modifiers, and the references in its annotations. */
  void apply(EntityDraft draft, int declaration) {
    int name = syntax.field(declaration, ScalaField.NAME);
    for (int annotation : syntax.children(declaration, ScalaNode.ANNOTATION)) {
      if (name >= 0 && annotation > name) {
        // That of the constructor.
        continue;
      }
      walk.inEntity(draft.index(), () -> references(annotation));
      flag(draft, types.simpleName(syntax.field(annotation, ScalaField.NAME)));
    }
    boolean visible = false;
    int list = syntax.child(declaration, ScalaNode.MODIFIERS);
    for (int c = syntax.firstChild(list); c >= 0; c = syntax.nextSibling(c)) {
      if (syntax.is(c, ScalaNode.ACCESS_MODIFIER)) {
        visible = true;
        access(draft, c);
      } else {
        word(draft, syntax.text(c));
      }
    }
    if (!visible && !context.facts().entity(draft.parent()).kind().isCallable()) {
      draft.modifier(Modifier.PUBLIC);
    }
  }

  /** Whether a declaration has a word among its modifiers. */
  boolean has(int declaration, String word) {
    int list = syntax.child(declaration, ScalaNode.MODIFIERS);
    for (int c = syntax.firstChild(list); c >= 0; c = syntax.nextSibling(c)) {
      if (syntax.textEquals(c, word)) {
        return true;
      }
    }
    return false;
  }

  /** Private or protected; private to something around is visible in there. */
  void access(EntityDraft draft, int node) {
    if (syntax.hasToken(node, "protected")) {
      draft.modifier(Modifier.PROTECTED);
      return;
    }
    int qualifier = syntax.child(node, ScalaNode.ACCESS_QUALIFIER);
    boolean wider = qualifier >= 0 && !syntax.textEquals(syntax.firstNamed(qualifier), "this");
    draft.modifier(wider ? Modifier.INTERNAL : Modifier.PRIVATE);
  }

  private static void word(EntityDraft draft, String word) {
    switch (word) {
      case "abstract" -> draft.modifier(Modifier.ABSTRACT);
      case "final" -> draft.modifier(Modifier.FINAL);
      case "sealed" -> draft.modifier(Modifier.SEALED);
      case "override" -> draft.modifier(Modifier.OVERRIDE);
      default -> {}
    }
  }

  private static void flag(EntityDraft draft, String annotation) {
    switch (annotation) {
      case "Test", "ParameterizedTest", "RepeatedTest", "TestFactory" ->
          draft.flag(EntityFlag.TEST);
      case "Benchmark" -> draft.flag(EntityFlag.BENCHMARK);
      case "deprecated", "Deprecated" -> draft.flag(EntityFlag.DEPRECATED);
      case "main" -> draft.flag(EntityFlag.ENTRY_POINT);
      case "Generated" -> draft.flag(EntityFlag.GENERATED);
      case "native" -> draft.modifier(Modifier.NATIVE);
      case "volatile" -> draft.modifier(Modifier.VOLATILE);
      case "transient" -> draft.modifier(Modifier.TRANSIENT);
      default -> {}
    }
  }

  /** The references in the annotations among the children of a node. */
  void annotations(int node) {
    for (int annotation : syntax.children(node, ScalaNode.ANNOTATION)) {
      references(annotation);
    }
  }

  private void references(int annotation) {
    int name = syntax.field(annotation, ScalaField.NAME);
    if (name >= 0) {
      types.references(name, Role.ANNOTATE);
    }
    for (int list : syntax.children(annotation, ScalaNode.ARGUMENTS)) {
      code.expressions().arguments(list);
    }
  }
}
