package dev.codegraph.parser.kotlin;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.EntityFlag;
import dev.codegraph.schemas.Modifier;
import dev.codegraph.schemas.Role;

/** What stands before the keyword of a declaration: modifiers and annotations. */
final class KotlinModifiers {
  private final KotlinContext context;
  private final Syntax<KotlinNode> syntax;
  private final KotlinTypes types;
  private final KotlinExpressions expressions;

  KotlinModifiers(KotlinContext context, KotlinTypes types, KotlinExpressions expressions) {
    this.context = context;
    this.syntax = context.syntax();
    this.types = types;
    this.expressions = expressions;
  }

  /** Gives an entity its modifiers, and the references in its annotations. */
  void apply(EntityDraft draft, int declaration) {
    int list = syntax.child(declaration, KotlinNode.MODIFIERS);
    boolean visible = false;
    for (int c = syntax.firstNamed(list); c >= 0; c = syntax.nextNamed(c)) {
      if (syntax.is(c, KotlinNode.ANNOTATION)) {
        context.walk().inEntity(draft.index(), () -> annotation(draft, list));
        break;
      }
    }
    for (int c = syntax.firstNamed(list); c >= 0; c = syntax.nextNamed(c)) {
      visible |= word(draft, syntax.text(c));
    }
    boolean isLocal = context.facts().entity(draft.parent()).kind().isCallable();
    if (!visible && !isLocal && !draft.has(Modifier.OVERRIDE)) {
      draft.modifier(Modifier.PUBLIC);
    }
  }

  /** Whether the class is declared with a word such as {@code annotation}. */
  boolean has(int declaration, String word) {
    int list = syntax.child(declaration, KotlinNode.MODIFIERS);
    for (int c = syntax.firstNamed(list); c >= 0; c = syntax.nextNamed(c)) {
      if (syntax.textEquals(c, word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean word(EntityDraft draft, String word) {
    switch (word) {
      case "public" -> draft.modifier(Modifier.PUBLIC);
      case "protected" -> draft.modifier(Modifier.PROTECTED);
      case "private" -> draft.modifier(Modifier.PRIVATE);
      case "internal" -> draft.modifier(Modifier.INTERNAL);
      default -> {
        Modifier modifier =
            switch (word) {
              case "abstract" -> Modifier.ABSTRACT;
              case "final" -> Modifier.FINAL;
              case "sealed" -> Modifier.SEALED;
              case "override" -> Modifier.OVERRIDE;
              case "suspend" -> Modifier.ASYNC;
              case "external" -> Modifier.NATIVE;
              default -> null;
            };
        if (modifier != null) {
          draft.modifier(modifier);
        }
        return false;
      }
    }
    return true;
  }

  private void annotation(EntityDraft draft, int list) {
    for (int annotation : syntax.children(list, KotlinNode.ANNOTATION)) {
      references(annotation);
      for (int type : types.annotationTypes(annotation)) {
        String name = types.baseName(type);
        flag(draft, name.substring(name.lastIndexOf('.') + 1));
      }
    }
  }

  private static void flag(EntityDraft draft, String annotation) {
    switch (annotation) {
      case "Test", "ParameterizedTest", "RepeatedTest", "TestFactory", "TestTemplate" ->
          draft.flag(EntityFlag.TEST);
      case "Benchmark" -> draft.flag(EntityFlag.BENCHMARK);
      case "Deprecated" -> draft.flag(EntityFlag.DEPRECATED);
      case "Generated" -> draft.flag(EntityFlag.GENERATED);
      case "Synchronized" -> draft.modifier(Modifier.SYNCHRONIZED);
      case "Volatile" -> draft.modifier(Modifier.VOLATILE);
      case "Transient" -> draft.modifier(Modifier.TRANSIENT);
      case "JvmStatic" -> draft.modifier(Modifier.STATIC);
      default -> {}
    }
  }

  /** The references in the annotations of a list of modifiers or parameter modifiers. */
  void annotations(int list) {
    for (int annotation : list < 0 ? java.util.List.<Integer>of() : all(list)) {
      references(annotation);
    }
  }

  private java.util.List<Integer> all(int list) {
    return syntax.children(list, KotlinNode.ANNOTATION);
  }

  /** The references in an annotation, its arguments included. */
  void references(int annotation) {
    for (int type : types.annotationTypes(annotation)) {
      types.named(type, Role.ANNOTATE);
      int invocation = syntax.parent(type);
      if (syntax.is(invocation, KotlinNode.CONSTRUCTOR_INVOCATION)) {
        expressions.arguments(syntax.child(invocation, KotlinNode.VALUE_ARGUMENTS));
      }
    }
  }
}
