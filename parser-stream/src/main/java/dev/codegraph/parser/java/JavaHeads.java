package dev.codegraph.parser.java;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.WhiteSpace;
import dev.codegraph.parser.syntax.SyntaxTree;
import dev.codegraph.parser.walk.DocumentationComments;
import dev.codegraph.schemas.EntityFlag;
import dev.codegraph.schemas.Modifier;
import dev.codegraph.schemas.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What is written in front of the body of any declaration: its documentation and signature, its
 * modifiers, annotations and type parameters.
 */
final class JavaHeads {
  /** Blocks, and since Java 23 lines in Markdown. */
  private static final DocumentationComments DOCUMENTATION =
      new DocumentationComments(List.of("///"), "/**");

  private final JavaWalk walk;
  private final JavaContext context;
  private final SyntaxTree tree;

  JavaHeads(JavaWalk walk) {
    this.walk = walk;
    this.context = walk.context();
    this.tree = context.tree();
  }

  /** The comment that ends on the line before a declaration. */
  String documentation(int node) {
    return DOCUMENTATION.above(tree.source(), tree.startByte(node));
  }

  /** Sets the documentation and the signature, which ends before the body. */
  void describe(EntityDraft draft, int node, int body) {
    int start = tree.startByte(node);
    int modifiers = context.child(node, JavaNode.MODIFIERS);
    if (modifiers >= 0) {
      // Annotations before the declaration are no part of its signature.
      for (int c = tree.firstChild(modifiers); c >= 0; c = tree.nextSibling(c)) {
        if (!context.is(c, JavaNode.ANNOTATION) && !context.is(c, JavaNode.MARKER_ANNOTATION)) {
          break;
        }
        start = tree.endByte(c);
      }
    }
    int end = body >= 0 ? tree.startByte(body) : tree.endByte(node);
    byte[] source = tree.source();
    while (end > start && (source[end - 1] == ';' || WhiteSpace.is(source[end - 1]))) {
      end--;
    }
    draft.signature(new String(source, start, Math.max(0, end - start), StandardCharsets.UTF_8));
    draft.documentation(documentation(node));
  }

  /** Sets the modifiers of a declaration of one name. */
  void modifiers(EntityDraft draft, int node, boolean inInterface) {
    modifiers(draft, node, inInterface, true);
  }

  /**
   * Sets the modifiers of a declaration.
   *
   * @param isFirst Whether its annotations are references of this one, of several names.
   */
  void modifiers(EntityDraft draft, int node, boolean inInterface, boolean isFirst) {
    int modifiers = context.child(node, JavaNode.MODIFIERS);
    boolean hasVisibility = false;
    for (int c = modifiers < 0 ? -1 : tree.firstChild(modifiers); c >= 0; c = tree.nextSibling(c)) {
      if (tree.isNamed(c)) {
        if (isFirst && isAnnotation(c)) {
          walk.code().annotation(c, draft.index());
        }
        if (isAnnotation(c)) {
          annotation(draft, c);
        }
        continue;
      }
      switch (context.text(c)) {
        case "public" -> {
          draft.modifier(Modifier.PUBLIC);
          hasVisibility = true;
        }
        case "protected" -> {
          draft.modifier(Modifier.PROTECTED);
          hasVisibility = true;
        }
        case "private" -> {
          draft.modifier(Modifier.PRIVATE);
          hasVisibility = true;
        }
        case "static" -> draft.modifier(Modifier.STATIC);
        case "abstract" -> draft.modifier(Modifier.ABSTRACT);
        case "final" -> draft.modifier(Modifier.FINAL);
        case "default" -> draft.modifier(Modifier.DEFAULT);
        case "synchronized" -> draft.modifier(Modifier.SYNCHRONIZED);
        case "native" -> draft.modifier(Modifier.NATIVE);
        case "transient" -> draft.modifier(Modifier.TRANSIENT);
        case "volatile" -> draft.modifier(Modifier.VOLATILE);
        case "sealed" -> draft.modifier(Modifier.SEALED);
        default -> {
          // strictfp and non-sealed change nothing that is asked.
        }
      }
    }
    if (!hasVisibility) {
      draft.modifier(inInterface ? Modifier.PUBLIC : Modifier.INTERNAL);
    }
  }

  private void annotation(EntityDraft draft, int node) {
    String name =
        context.text(walk.types().lastName(Math.max(0, context.child(node, JavaContext.NAME))));
    switch (name) {
      case "Test", "ParameterizedTest", "RepeatedTest", "TestFactory", "TestTemplate" ->
          draft.flag(EntityFlag.TEST);
      case "Benchmark" -> draft.flag(EntityFlag.BENCHMARK);
      case "Deprecated" -> draft.flag(EntityFlag.DEPRECATED);
      case "Generated" -> draft.flag(EntityFlag.GENERATED);
      case "Override" -> draft.modifier(Modifier.OVERRIDE);
      default -> {
        // Others judge nothing.
      }
    }
  }

  private boolean isAnnotation(int node) {
    return context.is(node, JavaNode.ANNOTATION) || context.is(node, JavaNode.MARKER_ANNOTATION);
  }

  /** The annotations of a parameter. */
  void annotations(int parameter, int owner) {
    for (int c = tree.firstChild(parameter); c >= 0; c = tree.nextSibling(c)) {
      switch (context.kind(c)) {
        case MODIFIERS, ANNOTATION, MARKER_ANNOTATION -> walk.code().visit(c, owner);
        default -> {
          // The type and the name.
        }
      }
    }
  }

  /** Adds the type parameters, and hides types of their names up to the end of the scope. */
  void typeParameters(EntityDraft draft, int node) {
    int parameters = context.child(node, JavaNode.TYPE_PARAMETERS);
    for (int c = parameters < 0 ? -1 : tree.firstChild(parameters);
        c >= 0;
        c = tree.nextSibling(c)) {
      if (context.is(c, JavaNode.TYPE_PARAMETER)) {
        int name = walk.types().lastName(c);
        int bound = context.child(c, JavaNode.TYPE_BOUND);
        String text = context.text(name);
        draft.typeParameter(bound < 0 ? text : text + " " + context.normal(bound));
        context.typeParameter(text);
        annotations(c, draft.index());
      }
    }
    for (int c = parameters < 0 ? -1 : tree.firstChild(parameters);
        c >= 0;
        c = tree.nextSibling(c)) {
      int bound =
          context.is(c, JavaNode.TYPE_PARAMETER) ? context.child(c, JavaNode.TYPE_BOUND) : -1;
      walk.types().references(bound, draft.index(), Role.TYPE);
    }
  }
}
