package dev.codegraph.parser.php;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.walk.LexicalScope;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.Role;
import java.util.HashSet;
import java.util.Set;

/** Variables: what they are bound to, which are global, and what assignments do to them. */
final class PhpVariables {
  private final PhpWalk walk;
  private final Syntax<PhpNode> syntax;

  /** Variables outside of functions that already are entities. */
  private final Set<String> globals = new HashSet<>();

  private boolean isInFunction;

  PhpVariables(PhpWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  /** Walks code whose variables are its own, unless it shares those around it. */
  void inFunction(boolean shares, Runnable code) {
    boolean outer = isInFunction;
    isInFunction = outer || !shares;
    code.run();
    isInFunction = outer;
  }

  /** The variable itself, behind the sign that it is taken by reference; -1 when it is no name. */
  int plain(int node) {
    int variable = syntax.is(node, PhpNode.BY_REF) ? syntax.firstNamed(node) : node;
    return syntax.is(variable, PhpNode.VARIABLE_NAME) ? variable : -1;
  }

  /** The node of a variable's name behind the dollar sign; the variable itself in broken code. */
  int nameNode(int variable) {
    int name = syntax.child(variable, PhpNode.NAME);
    return name < 0 ? variable : name;
  }

  /** The name of a variable without the dollar sign. */
  String name(int variable) {
    return syntax.text(nameNode(variable));
  }

  /** Emits the reference of a variable that is not local. */
  void use(int variable, Role role) {
    use(syntax.text(variable), variable, role);
  }

  /** Emits the reference of a variable with this name at a node, unless it is local. */
  void use(String name, int variable, Role role) {
    if (name.length() > 1 && isShared(name)) {
      walk.context().reference(role, name, variable, -1, -1);
    }
  }

  private boolean isShared(String name) {
    LexicalScope.Meaning meaning = walk.context().scope().meaning(name);
    if (meaning != null) {
      return meaning == LexicalScope.Meaning.MEMBER;
    }
    return !isInFunction || isSuperglobal(name);
  }

  private static boolean isSuperglobal(String name) {
    return switch (name) {
      case "$GLOBALS",
          "$_SERVER",
          "$_GET",
          "$_POST",
          "$_FILES",
          "$_COOKIE",
          "$_SESSION",
          "$_REQUEST",
          "$_ENV" ->
          true;
      default -> false;
    };
  }

  /** Binds the variables that are those outside of functions. */
  void global(int declaration) {
    for (int c : syntax.children(declaration, PhpNode.VARIABLE_NAME)) {
      walk.context().scope().bind(syntax.text(c), LexicalScope.Meaning.MEMBER);
      use(c, Role.READ);
    }
  }

  /** Binds a variable that keeps its value between calls. */
  void persistent(int declaration) {
    int variable = plain(syntax.field(declaration, PhpField.NAME));
    int value = walk.expressions().value(syntax.field(declaration, PhpField.VALUE), true);
    if (variable >= 0) {
      local(variable, BindingKind.LOCAL, "", value);
    }
  }

  /** Binds a variable from where it stands to the end of the function. */
  void local(int variable, BindingKind kind, String type, int value) {
    walk.context().bind(syntax.text(variable), kind, syntax.start(variable), type, value);
  }

  /** Gives a local variable a type that only a comment says. */
  void documented(String variable, int from, String type) {
    if (isInFunction && !variable.equals("$this")) {
      walk.context().bind(variable, BindingKind.LOCAL, from, type, -1);
    }
  }

  /** Makes the entity of a closure that gets a name, or -1; its code is then that of the entity. */
  int function(int variable, int closure) {
    EntityDraft draft =
        walk.facts()
            .entity(
                EntityKind.FUNCTION,
                name(variable),
                nameNode(variable),
                syntax.parent(variable),
                walk.context().owner());
    walk.attributes().of(closure, draft);
    walk.callables().callable(closure, draft, "");
    if (!isInFunction) {
      globals.add(syntax.text(variable));
    }
    return draft.index();
  }

  /**
   * Gives a variable a value: it is bound, or written when it is not local.
   *
   * @param value Expression of the value, -1 when unknown.
   */
  void assigned(int variable, int value) {
    String name = syntax.text(variable);
    if (!isShared(name)) {
      local(variable, BindingKind.LOCAL, "", value);
      return;
    }
    if (!isInFunction && !isSuperglobal(name) && globals.add(name)) {
      int statement = syntax.parent(variable);
      walk.facts()
          .entity(
              EntityKind.VARIABLE,
              name(variable),
              nameNode(variable),
              statement,
              walk.context().owner())
          .signature(name)
          .initializer(value);
    }
    walk.context().reference(Role.WRITE, name, variable, -1, -1);
  }

  /**
   * Walks what gets a value: a variable, a list of such, or something that is written.
   *
   * @param value Expression of the value, -1 when unknown.
   */
  void target(int node, BindingKind kind, int value) {
    switch (syntax.kind(node)) {
      case VARIABLE_NAME -> {
        if (syntax.textEquals(node, "$this")) {
          return;
        }
        if (kind == BindingKind.LOCAL) {
          assigned(node, value);
        } else {
          local(node, kind, "", value);
        }
      }
      case BY_REF -> target(syntax.firstNamed(node), kind, value);
      case LIST_LITERAL, ARRAY_CREATION_EXPRESSION -> list(node, kind, value);
      case PAIR -> {
        int key = syntax.firstNamed(node);
        target(key, kind, -1);
        target(syntax.nextNamed(key), kind, value);
      }
      default -> walk.expressions().target(node);
    }
  }

  private void list(int node, BindingKind kind, int value) {
    int place = 0;
    for (int c = syntax.firstPart(node); c >= 0; c = syntax.nextPart(c)) {
      if (syntax.is(c, PhpNode.ARRAY_ELEMENT_INITIALIZER)) {
        list(c, kind, value);
      } else if (syntax.textEquals(syntax.nextSibling(c), "=>")) {
        walk.expressions().value(c, false);
      } else {
        int part = value < 0 ? -1 : walk.expression(ExpressionKind.OTHER, "#" + place, value, -1);
        target(c, kind, part);
        place++;
      }
    }
  }
}
