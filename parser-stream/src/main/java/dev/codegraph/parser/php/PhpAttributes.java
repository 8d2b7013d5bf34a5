package dev.codegraph.parser.php;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.EntityFlag;
import dev.codegraph.schemas.Role;
import java.util.ArrayList;
import java.util.List;

/** Attributes: what they refer to, and what the well-known ones say about an entity. */
final class PhpAttributes {
  private final PhpWalk walk;
  private final Syntax<PhpNode> syntax;

  PhpAttributes(PhpWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  /** Walks the attributes before a declaration, as code of what is declared. */
  void of(int declaration, EntityDraft draft) {
    for (int attribute : all(declaration)) {
      walk.context().inEntity(draft.index(), () -> attribute(attribute));
      switch (simpleName(attribute)) {
        case "Test" -> {
          if (draft.kind().isCallable()) {
            draft.flag(EntityFlag.TEST);
          }
        }
        case "Deprecated" -> draft.flag(EntityFlag.DEPRECATED);
        default -> {
          // Others judge nothing.
        }
      }
    }
  }

  /** Walks the attributes of something that is no entity. */
  void of(int declaration) {
    for (int attribute : all(declaration)) {
      attribute(attribute);
    }
  }

  private void attribute(int node) {
    int name = syntax.firstPart(node);
    if (walk.types().isName(name)) {
      walk.types().named(name, Role.ANNOTATE, -1);
    }
    walk.expressions().arguments(syntax.field(node, PhpField.PARAMETERS));
  }

  /** The attributes before a declaration. */
  List<Integer> all(int declaration) {
    List<Integer> found = new ArrayList<>(0);
    for (int list : syntax.children(declaration, PhpNode.ATTRIBUTE_LIST)) {
      for (int group : syntax.children(list, PhpNode.ATTRIBUTE_GROUP)) {
        found.addAll(syntax.children(group, PhpNode.ATTRIBUTE));
      }
    }
    return found;
  }

  /** The last part of an attribute's name. */
  String simpleName(int attribute) {
    return syntax.text(walk.types().last(syntax.firstPart(attribute)));
  }
}
