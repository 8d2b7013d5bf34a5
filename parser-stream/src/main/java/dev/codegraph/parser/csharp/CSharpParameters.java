package dev.codegraph.parser.csharp;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.Parameter;
import java.util.ArrayList;
import java.util.List;

/** Parameter lists, in parentheses or brackets. */
final class CSharpParameters {
  private final CSharpWalk walk;
  private final Syntax<CSharpNode> syntax;

  CSharpParameters(CSharpWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  /**
   * One parameter.
   *
   * @param node Node to start at: the parameter, or the name of one that takes any number.
   * @param type Node of its type, -1 for none.
   * @param modifiers The words before its type, such as {@code ref} or {@code this}.
   * @param value Node of its default value, -1 for none.
   */
  record Declared(
      int node,
      String name,
      int nameNode,
      int type,
      String modifiers,
      int value,
      boolean variadic) {}

  /** The parameters of a list in order; what {@code params} takes stands in the list itself. */
  List<Declared> of(int list) {
    List<Declared> found = new ArrayList<>(4);
    int type = -1;
    for (int c = syntax.firstNamed(list); c >= 0; c = syntax.nextNamed(c)) {
      if (syntax.is(c, CSharpNode.PARAMETER)) {
        int name = syntax.field(c, CSharpField.NAME);
        found.add(
            new Declared(
                c,
                walk.name(name),
                name,
                syntax.field(c, CSharpField.TYPE),
                modifiers(c),
                walk.afterEquals(c),
                false));
      } else if (syntax.tree().field(c) == CSharpField.TYPE) {
        type = c;
      } else if (syntax.tree().field(c) == CSharpField.NAME) {
        found.add(new Declared(c, walk.name(c), c, type, "", -1, true));
      }
    }
    return found;
  }

  private String modifiers(int parameter) {
    StringBuilder text = new StringBuilder();
    for (int c = syntax.firstNamed(parameter); c >= 0; c = syntax.nextNamed(c)) {
      if (syntax.is(c, CSharpNode.MODIFIER)) {
        text.append(syntax.text(c)).append(' ');
      }
    }
    return text.toString();
  }

  /** Adds parameters to a callable. */
  void describe(EntityDraft draft, List<Declared> parameters) {
    for (Declared p : parameters) {
      String type = p.modifiers() + walk.types().text(p.type());
      draft.parameter(new Parameter(p.name(), type, p.value() >= 0 || p.variadic(), p.variadic()));
    }
  }

  /** Emits what the declarations of parameters refer to, as code of the current entity. */
  void references(int list, List<Declared> parameters) {
    walk.attributes().of(list, walk.facts().entity(walk.context().owner()));
    for (Declared p : parameters) {
      if (p.node() != p.nameNode()) {
        walk.attributes().of(p.node(), walk.facts().entity(walk.context().owner()));
      }
      walk.types().references(p.type());
      if (p.value() >= 0) {
        walk.expressions().value(p.value(), false);
      }
    }
  }

  /** Binds parameters from where they stand to the end of the block. */
  void bind(List<Declared> parameters) {
    for (Declared p : parameters) {
      walk.context()
          .bind(
              p.name(),
              BindingKind.PARAMETER,
              syntax.start(p.node()),
              walk.types().valueText(p.type()),
              -1);
    }
  }

  /** References and bindings of a list, which are given to a callable too. */
  void declare(EntityDraft draft, int list) {
    List<Declared> parameters = of(list);
    describe(draft, parameters);
    references(list, parameters);
    bind(parameters);
  }
}
