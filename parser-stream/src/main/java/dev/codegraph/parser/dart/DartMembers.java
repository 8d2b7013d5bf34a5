package dev.codegraph.parser.dart;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.EntityFlag;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.Modifier;
import dev.codegraph.schemas.Parameter;
import dev.codegraph.schemas.Role;
import java.util.List;

/**
 * Declarations of a file or of a type, which are runs of siblings: annotations, words, a type, a
 * head, a body.
 */
final class DartMembers {
  private final DartWalk walk;
  private final Syntax<DartNode> syntax;

  DartMembers(DartWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  /** Walks the whole file. */
  void file() {
    int root = syntax.tree().root();
    if (syntax.is(root, DartNode.ERROR)) {
      broken(root, root);
    } else {
      of(root);
    }
  }

  /** Walks all declarations below a node. */
  void of(int parent) {
    int first = -1;
    for (int c = syntax.firstChild(parent); c >= 0; c = syntax.nextSibling(c)) {
      if (syntax.tree().isExtra(c) && !syntax.tree().isError(c)) {
        continue;
      }
      if (isEnd(c)) {
        first = -1;
        continue;
      }
      first = first < 0 ? c : first;
      int last = declaration(c, first);
      if (last >= 0) {
        c = last;
        first = -1;
      }
    }
  }

  private boolean isEnd(int node) {
    return !syntax.tree().isNamed(node)
        && (syntax.textEquals(node, ";")
            || syntax.textEquals(node, "{")
            || syntax.textEquals(node, "}")
            || syntax.textEquals(node, ","));
  }

  /**
   * Walks a declaration.
   *
   * @param first The first sibling of its run.
   * @return the last node of it; -1 when a node is only the begin of one
   */
  private int declaration(int node, int first) {
    int start = syntax.start(first);
    switch (syntax.kind(node)) {
      case IMPORT_OR_EXPORT -> walk.imports().directive(node);
      case PART_DIRECTIVE, PART_OF_DIRECTIVE -> walk.imports().part(node);
      case LIBRARY_NAME -> walk.imports().library(node);
      case CLASS_DEFINITION,
          MIXIN_DECLARATION,
          ENUM_DECLARATION,
          EXTENSION_DECLARATION,
          TYPE_ALIAS ->
          walk.typeDeclarations().declared(node, start);
      case ENUM_CONSTANT -> constant(node, start);
      case METHOD_SIGNATURE, DECLARATION -> {
        return member(node, first);
      }
      case FUNCTION_SIGNATURE, GETTER_SIGNATURE, SETTER_SIGNATURE -> {
        return callable(node, node, first);
      }
      case INITIALIZED_IDENTIFIER_LIST, STATIC_FINAL_DECLARATION_LIST, IDENTIFIER_LIST ->
          walk.variables().declared(first, node, first);
      case FUNCTION_BODY -> walk.statements().parts(node);
      case ERROR -> {
        broken(node, first);
      }
      default -> {
        return -1;
      }
    }
    return node;
  }

  /** A member of a type: what its head is decides. */
  private int member(int node, int first) {
    for (int c = syntax.firstChild(node); c >= 0; c = syntax.nextSibling(c)) {
      switch (syntax.kind(c)) {
        case FUNCTION_SIGNATURE,
            GETTER_SIGNATURE,
            SETTER_SIGNATURE,
            OPERATOR_SIGNATURE,
            CONSTRUCTOR_SIGNATURE,
            CONSTANT_CONSTRUCTOR_SIGNATURE,
            FACTORY_CONSTRUCTOR_SIGNATURE,
            REDIRECTING_FACTORY_CONSTRUCTOR_SIGNATURE -> {
          return callable(c, node, first);
        }
        case INITIALIZED_IDENTIFIER_LIST, STATIC_FINAL_DECLARATION_LIST, IDENTIFIER_LIST -> {
          walk.variables().declared(first, c, syntax.firstChild(node));
          return node;
        }
        default -> {
          // A word or a type before the head.
        }
      }
    }
    walk.statements().parts(node);
    return node;
  }

  private int callable(int head, int node, int first) {
    int body = syntax.nextSibling(node);
    while (body >= 0 && syntax.tree().isExtra(body) && !syntax.tree().isError(body)) {
      body = syntax.nextSibling(body);
    }
    if (!syntax.is(body, DartNode.FUNCTION_BODY)) {
      body = -1;
    }
    walk.callables().declared(head, node, body, first);
    return body < 0 ? node : body;
  }

  private void constant(int node, int start) {
    int name = syntax.field(node, DartField.NAME);
    if (name < 0 || syntax.text(name).isEmpty()) {
      return;
    }
    EntityDraft draft =
        walk.declare(
            EntityKind.ENUM_MEMBER, syntax.text(name), syntax.start(name), start, syntax.end(node));
    draft.signature(syntax.signature(syntax.start(name), syntax.end(node)));
    annotations(node, draft);
    walk.context()
        .inEntity(
            draft.index(),
            () -> {
              for (int c = syntax.nextPart(name); c >= 0; c = syntax.nextPart(c)) {
                switch (syntax.kind(c)) {
                  case ARGUMENT_PART, ARGUMENTS -> walk.expressions().arguments(c);
                  case TYPE_ARGUMENTS -> walk.types().reference(c);
                  case IDENTIFIER ->
                      walk.context().reference(Role.CALL, syntax.text(c), c, -1, count(node));
                  default -> walk.statements().statement(c);
                }
              }
            });
  }

  private int count(int node) {
    int arguments = syntax.child(node, DartNode.ARGUMENTS);
    return walk.expressions().count(arguments);
  }

  /** Walks the annotations among the children of a declaration. */
  void annotations(int node, EntityDraft draft) {
    for (int c : syntax.children(node, DartNode.ANNOTATION)) {
      annotation(c, draft);
    }
  }

  /** Walks the annotations of a run of siblings. */
  void annotations(int first, int stop, EntityDraft draft) {
    for (int c = first; c >= 0 && c < stop; c = syntax.nextSibling(c)) {
      if (syntax.is(c, DartNode.ANNOTATION)) {
        annotation(c, draft);
      }
    }
  }

  private void annotation(int node, EntityDraft draft) {
    int name = syntax.field(node, DartField.NAME);
    if (name < 0) {
      return;
    }
    switch (syntax.text(name)) {
      case "deprecated", "Deprecated" -> draft.flag(EntityFlag.DEPRECATED);
      case "override" -> draft.modifier(Modifier.OVERRIDE);
      case "isTest" -> draft.flag(EntityFlag.TEST);
      default -> {
        // Others judge nothing.
      }
    }
    walk.context().inEntity(draft.index(), () -> annotation(node));
  }

  /** Walks an annotation of something that is no entity. */
  void annotation(int node) {
    int name = syntax.field(node, DartField.NAME);
    int arguments = syntax.child(node, DartNode.ARGUMENTS);
    if (syntax.is(name, DartNode.QUALIFIED)) {
      List<Integer> parts = syntax.children(name, DartNode.IDENTIFIER);
      List<Integer> types = syntax.children(name, DartNode.TYPE_IDENTIFIER);
      int last = parts.isEmpty() ? types.isEmpty() ? -1 : types.getLast() : parts.getLast();
      int before = types.isEmpty() ? -1 : types.getFirst();
      if (last >= 0) {
        int receiver = before < 0 || before == last ? -1 : walk.expressions().name(before);
        walk.context()
            .reference(
                Role.ANNOTATE,
                syntax.text(last),
                last,
                receiver,
                arguments < 0 ? -1 : walk.expressions().count(arguments));
      }
    } else if (name >= 0) {
      walk.context()
          .reference(
              Role.ANNOTATE,
              syntax.text(name),
              name,
              -1,
              arguments < 0 ? -1 : walk.expressions().count(arguments));
    }
    walk.expressions().arguments(arguments);
  }

  /**
   * The value that an extension type stands for: its head is not in the tree, which saw a class.
   *
   * @param name The name of the type.
   */
  void representation(int name, int parameters, int body, EntityDraft draft) {
    int from = syntax.end(parameters < 0 ? name : parameters);
    ExtensionTypes.Representation found =
        ExtensionTypes.representation(
            syntax.source(), syntax.start(name), from, body < 0 ? from : syntax.start(body));
    if (found == null) {
      return;
    }
    EntityDraft field =
        walk.declare(EntityKind.FIELD, found.name(), found.nameStart(), found.start(), found.end())
            .declaredType(found.type())
            .signature(found.type() + " " + found.name())
            .modifier(Modifier.READONLY);
    String constructor = found.constructor().isEmpty() ? draft.name() : found.constructor();
    EntityDraft made =
        walk.declare(
                EntityKind.CONSTRUCTOR,
                constructor,
                found.constructorStart() < 0 ? found.open() : found.constructorStart(),
                found.open(),
                found.end())
            .signature(constructor + "(" + found.type() + " " + found.name() + ")")
            .complexity(1, 0);
    made.parameter(new Parameter(found.name(), found.type(), false, false));
    if (found.isPlainType()) {
      walk.facts().referenceAt(Role.TYPE, found.type(), found.typeStart(), field.index(), -1, -1);
    }
  }

  /** What is left of declarations in broken code. */
  private void broken(int error, int first) {
    int name = -1;
    EntityKind kind = EntityKind.FILE;
    int c = syntax.firstChild(error);
    while (c >= 0 && name < 0) {
      kind =
          switch (syntax.tree().isNamed(c) && !syntax.is(c, DartNode.OTHER) ? "" : syntax.text(c)) {
            case "class" -> EntityKind.CLASS;
            case "mixin" -> EntityKind.MIXIN;
            case "enum" -> EntityKind.ENUM;
            default -> EntityKind.FILE;
          };
      int next = syntax.nextSibling(c);
      if (kind != EntityKind.FILE && syntax.is(next, DartNode.IDENTIFIER)) {
        name = next;
      }
      c = next;
    }
    if (name < 0) {
      of(error);
      walk.statements().loose(error);
      return;
    }
    EntityDraft draft =
        walk.declare(
            kind, syntax.text(name), syntax.start(name), syntax.start(first), syntax.end(error));
    draft.signature(syntax.signature(syntax.start(error), syntax.end(name)));
    walk.context()
        .inBody(
            draft.index(),
            syntax.end(error),
            () -> {
              of(error);
              walk.statements().loose(error);
            });
  }

  /** Binds a name of a parameter as the language does for all of them. */
  void bind(int name, BindingKind kind, String type, int value) {
    walk.context().bind(syntax.text(name), kind, syntax.start(name), type, value);
  }
}
