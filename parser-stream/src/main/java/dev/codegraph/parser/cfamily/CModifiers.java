package dev.codegraph.parser.cfamily;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.schemas.EntityFlag;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.Modifier;
import dev.codegraph.schemas.Role;

/** The specifiers and attributes around a declaration. */
final class CModifiers {
  private final CWalk walk;
  private final CSyntax syntax;

  CModifiers(CWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  /**
   * Gives an entity the modifiers that its declaration and, if any, its function declarator name.
   */
  void describe(EntityDraft draft, int declaration, int function) {
    specifiers(draft, declaration);
    for (int c = syntax.firstNamed(function); c >= 0; c = syntax.nextNamed(c)) {
      switch (syntax.kind(c)) {
        case VIRTUAL_SPECIFIER -> virtual(draft, c);
        case TYPE_QUALIFIER -> {
          if (syntax.textEquals(c, "const")) {
            draft.modifier(Modifier.READONLY);
          }
        }
        case ATTRIBUTE_DECLARATION, ATTRIBUTE_SPECIFIER -> deprecation(draft, c);
        default -> {}
      }
    }
  }

  private void specifiers(EntityDraft draft, int declaration) {
    for (int c = syntax.firstNamed(declaration); c >= 0; c = syntax.nextNamed(c)) {
      switch (syntax.kind(c)) {
        case STORAGE_CLASS_SPECIFIER -> {
          if (syntax.textEquals(c, "static")) {
            draft.modifier(Modifier.STATIC);
          }
        }
        case VIRTUAL_SPECIFIER -> virtual(draft, c);
        case TYPE_QUALIFIER -> {
          if (syntax.textEquals(c, "volatile") && !draft.kind().isCallable()) {
            draft.modifier(Modifier.VOLATILE);
          }
        }
        case DEFAULT_METHOD_CLAUSE -> draft.modifier(Modifier.DEFAULT);
        case ATTRIBUTE_DECLARATION, ATTRIBUTE_SPECIFIER, MS_DECLSPEC_MODIFIER ->
            deprecation(draft, c);
        default -> {}
      }
    }
  }

  private void virtual(EntityDraft draft, int node) {
    if (syntax.textEquals(node, "override")) {
      draft.modifier(Modifier.OVERRIDE);
    } else if (syntax.textEquals(node, "final")) {
      draft.modifier(Modifier.FINAL);
    }
  }

  /** Flags a thing that an attribute calls deprecated. */
  void deprecation(EntityDraft draft, int attributes) {
    if (syntax.text(attributes).contains("deprecated")) {
      draft.flag(EntityFlag.DEPRECATED);
    }
  }

  /** Makes the references of attributes; a node that is none has none. */
  void references(int node) {
    switch (syntax.kind(node)) {
      case ATTRIBUTE_DECLARATION -> {
        for (int attribute : syntax.children(node, CNode.ATTRIBUTE)) {
          attribute(attribute);
        }
      }
      case ATTRIBUTE_SPECIFIER -> gnuAttributes(node);
      case MS_DECLSPEC_MODIFIER -> annotate(syntax.child(node, CNode.IDENTIFIER), -1);
      case EXPLICIT_FUNCTION_SPECIFIER -> walk.code().parts(node);
      default -> {}
    }
  }

  private void attribute(int attribute) {
    int prefix = syntax.field(attribute, CField.PREFIX);
    int receiver =
        prefix < 0
            ? -1
            : walk.context().expression(ExpressionKind.NAME, syntax.text(prefix), -1, -1);
    annotate(syntax.field(attribute, CField.NAME), receiver);
    walk.code().parts(syntax.child(attribute, CNode.ARGUMENT_LIST));
  }

  /** In {@code __attribute__((a, b(c)))} a and b are attributes, not values. */
  private void gnuAttributes(int node) {
    int list = syntax.child(node, CNode.ARGUMENT_LIST);
    for (int c = syntax.firstNamed(list); c >= 0; c = syntax.nextNamed(c)) {
      if (syntax.is(c, CNode.CALL_EXPRESSION)) {
        int function = syntax.field(c, CField.FUNCTION);
        annotate(function, -1);
        if (!syntax.textEquals(function, "format") && !syntax.textEquals(function, "__format__")) {
          walk.code().parts(syntax.field(c, CField.ARGUMENTS));
        }
      } else {
        annotate(c, -1);
      }
    }
  }

  private void annotate(int nameNode, int receiver) {
    if (syntax.is(nameNode, CNode.IDENTIFIER)) {
      walk.context().reference(Role.ANNOTATE, syntax.text(nameNode), nameNode, receiver, -1);
    }
  }
}
