package dev.codegraph.parser.csharp;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.EntityKind;
import java.util.List;

/**
 * Extension blocks, which are newer than the grammar: it takes {@code extension(T t) { … }} for a
 * constructor of that name, its methods for local functions and its properties for broken variables
 * of a block.
 */
final class CSharpExtensions {
  private final CSharpWalk walk;
  private final Syntax<CSharpNode> syntax;

  CSharpExtensions(CSharpWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  /** Whether a constructor is an extension block: its name is not that of its type. */
  boolean isBlock(int constructor) {
    int type = walk.declarations().typeNode();
    return syntax.textEquals(syntax.field(constructor, CSharpField.NAME), "extension")
        && syntax.is(syntax.field(constructor, CSharpField.BODY), CSharpNode.BLOCK)
        && !syntax.textEquals(syntax.field(type, CSharpField.NAME), "extension")
        && !walk.parameters().of(syntax.field(constructor, CSharpField.PARAMETERS)).isEmpty();
  }

  /** Makes the entities of a block: one named like the type that is extended, and its members. */
  void block(int node) {
    int list = syntax.field(node, CSharpField.PARAMETERS);
    List<CSharpParameters.Declared> receiver = walk.parameters().of(list);
    int type = receiver.getFirst().type();
    int nameNode = type < 0 ? receiver.getFirst().nameNode() : type;
    EntityDraft draft =
        walk.members()
            .draft(EntityKind.EXTENSION, walk.types().simpleText(nameNode), nameNode, node);
    walk.attributes().of(node, draft);
    walk.context()
        .inBody(
            draft.index(),
            syntax.end(node),
            () -> {
              walk.parameters().declare(draft, list);
              members(syntax.field(node, CSharpField.BODY));
            });
  }

  private void members(int body) {
    for (int c = syntax.firstPart(body); c >= 0; c = syntax.nextPart(c)) {
      int name = syntax.field(c, CSharpField.NAME);
      if (syntax.is(c, CSharpNode.LOCAL_FUNCTION_STATEMENT) && !walk.name(name).isEmpty()) {
        EntityDraft draft = walk.members().draft(EntityKind.METHOD, walk.name(name), name, c);
        walk.members().callable(draft, c, syntax.field(c, CSharpField.TYPE));
      } else if (syntax.is(c, CSharpNode.LOCAL_DECLARATION_STATEMENT)) {
        property(c);
      } else {
        walk.statements().statement(c);
      }
    }
  }

  private void property(int node) {
    int declaration = syntax.child(node, CSharpNode.VARIABLE_DECLARATION);
    int type = syntax.field(declaration, CSharpField.TYPE);
    for (int c : syntax.children(declaration, CSharpNode.VARIABLE_DECLARATOR)) {
      int name = syntax.field(c, CSharpField.NAME);
      if (!walk.name(name).isEmpty()) {
        EntityDraft draft =
            walk.members()
                .draft(EntityKind.PROPERTY, walk.name(name), name, node)
                .declaredType(walk.types().text(type))
                .signature(syntax.signature(syntax.start(node), syntax.end(name)));
        walk.context()
            .inEntity(
                draft.index(),
                () -> {
                  walk.types().references(type);
                  int error = syntax.child(node, CSharpNode.ERROR);
                  if (error >= 0) {
                    walk.statements().parts(error);
                  }
                });
      }
    }
  }
}
