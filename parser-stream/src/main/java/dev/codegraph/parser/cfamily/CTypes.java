package dev.codegraph.parser.cfamily;

import dev.codegraph.parser.walk.LexicalScope.Meaning;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.Parameter;
import dev.codegraph.schemas.Role;
import java.util.ArrayList;
import java.util.List;

/** Types: how they are written down, and the references that they hold. */
final class CTypes {
  private final CWalk walk;
  private final CSyntax syntax;

  CTypes(CWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  /** The type before the declarators of a declaration, parameter or type descriptor. */
  String base(int declaration) {
    StringBuilder out = new StringBuilder();
    for (int c = syntax.firstNamed(declaration); c >= 0; c = syntax.nextNamed(c)) {
      String part = "";
      if (syntax.hasField(c, CField.TYPE)) {
        part = specifier(c);
      } else if (syntax.is(c, CNode.TYPE_QUALIFIER) && isPartOfType(c)) {
        part = syntax.normalText(c);
      }
      if (!part.isEmpty()) {
        out.append(out.isEmpty() ? "" : " ").append(part);
      }
    }
    return out.toString();
  }

  private boolean isPartOfType(int qualifier) {
    return syntax.textEquals(qualifier, "const")
        || syntax.textEquals(qualifier, "volatile")
        || syntax.textEquals(qualifier, "_Atomic");
  }

  /** One type specifier; a type with a body is its keyword and its name. */
  String specifier(int node) {
    if (syntax.isTypeSpecifier(node)) {
      int name = syntax.field(node, CField.NAME);
      String keyword = syntax.text(syntax.firstChild(node));
      return keyword + " " + (name < 0 ? CEntities.ANONYMOUS : syntax.normalText(name));
    }
    return syntax.normalText(node);
  }

  /** A type descriptor: a type and what an abstract declarator adds. */
  String text(int node) {
    if (!syntax.is(node, CNode.TYPE_DESCRIPTOR)) {
      return specifier(node);
    }
    return base(node) + declarator(syntax.field(node, CField.DECLARATOR)).derivation();
  }

  CDeclarator declarator(int node) {
    return CDeclarator.of(syntax, this, node);
  }

  /** Whether a type leaves it to the value to say what it is. */
  boolean isDeduced(int declaration) {
    int type = syntax.field(declaration, CField.TYPE);
    return syntax.is(type, CNode.PLACEHOLDER_TYPE_SPECIFIER)
            && syntax.field(type, CField.CONSTRAINT) < 0
        || syntax.textEquals(type, "auto")
        || syntax.textEquals(type, "__auto_type");
  }

  /** Declared type of what a declarator of a declaration names; empty when it is deduced. */
  String declared(int declaration, CDeclarator declarator) {
    return isDeduced(declaration) ? "" : base(declaration) + declarator.derivation();
  }

  /** The types of a parameter list, in parentheses. */
  String parameterTypes(int list) {
    StringBuilder out = new StringBuilder("(");
    for (Parameter parameter : parameters(list)) {
      out.append(out.length() == 1 ? "" : ", ").append(parameter.type());
    }
    return out.append(')').toString();
  }

  /** The parameters of a list; {@code (void)} has none. */
  List<Parameter> parameters(int list) {
    List<Parameter> found = new ArrayList<>();
    for (int c = syntax.firstChild(list); c >= 0; c = syntax.nextSibling(c)) {
      switch (syntax.kind(c)) {
        case PARAMETER_DECLARATION -> parameter(c, false, syntax.hasToken(c, "..."), found);
        case OPTIONAL_PARAMETER_DECLARATION -> parameter(c, true, false, found);
        case VARIADIC_PARAMETER_DECLARATION -> parameter(c, true, true, found);
        case VARIADIC_PARAMETER -> found.add(new Parameter("", "...", true, true));
        case IDENTIFIER -> found.add(new Parameter(syntax.text(c), "", false, false));
        default -> {
          if (syntax.textEquals(c, "...")) {
            found.add(new Parameter("", "...", true, true));
          }
        }
      }
    }
    return found;
  }

  private void parameter(int node, boolean optional, boolean variadic, List<Parameter> found) {
    CDeclarator declarator = declarator(syntax.field(node, CField.DECLARATOR));
    String type = base(node) + parameterDerivation(declarator);
    boolean isVoid =
        type.equals("void") && declarator.name() < 0 && syntax.parent(node) >= 0 && found.isEmpty();
    if (!isVoid) {
      found.add(new Parameter(syntax.text(declarator.name()), type, optional, variadic));
    }
  }

  /** A function as parameter is a pointer to it: what is added is all of its type. */
  private String parameterDerivation(CDeclarator declarator) {
    return declarator.function() < 0
        ? declarator.derivation()
        : declarator.derivation()
            + parameterTypes(syntax.field(declarator.function(), CField.PARAMETERS));
  }

  /** Makes the references in the types and default values of parameters. */
  void parameterReferences(int list) {
    for (int c = syntax.firstNamed(list); c >= 0; c = syntax.nextNamed(c)) {
      switch (syntax.kind(c)) {
        case PARAMETER_DECLARATION,
            OPTIONAL_PARAMETER_DECLARATION,
            VARIADIC_PARAMETER_DECLARATION -> {
          declarationReferences(c);
          declaratorReferences(syntax.field(c, CField.DECLARATOR));
          int value = syntax.field(c, CField.DEFAULT_VALUE);
          if (value >= 0) {
            walk.expressions().value(value, false);
          }
        }
        default -> {}
      }
    }
  }

  /** Makes the references of the specifiers of a declaration: its type and its attributes. */
  void declarationReferences(int declaration) {
    for (int c = syntax.firstNamed(declaration); c >= 0; c = syntax.nextNamed(c)) {
      if (syntax.hasField(c, CField.TYPE)) {
        references(c, Role.TYPE);
      } else {
        walk.modifiers().references(c);
      }
    }
  }

  /** Makes the references inside a declarator: parameters of function types and array sizes. */
  void declaratorReferences(int declarator) {
    int node = declarator;
    while (node >= 0) {
      int next = syntax.field(node, CField.DECLARATOR);
      switch (syntax.kind(node)) {
        case FUNCTION_DECLARATOR, ABSTRACT_FUNCTION_DECLARATOR -> functionReferences(node);
        case ARRAY_DECLARATOR, ABSTRACT_ARRAY_DECLARATOR -> {
          int size = syntax.field(node, CField.SIZE);
          if (size >= 0 && syntax.isNamed(size)) {
            walk.expressions().value(size, false);
          }
        }
        case PARENTHESIZED_DECLARATOR,
            REFERENCE_DECLARATOR,
            ATTRIBUTED_DECLARATOR,
            ABSTRACT_PARENTHESIZED_DECLARATOR,
            ABSTRACT_REFERENCE_DECLARATOR ->
            next = syntax.firstNamed(node);
        case POINTER_DECLARATOR, ABSTRACT_POINTER_DECLARATOR, INIT_DECLARATOR -> {}
        default -> {
          return;
        }
      }
      node = next;
    }
  }

  /** Makes the references of a function declarator: parameters, result behind them, conditions. */
  void functionReferences(int function) {
    parameterReferences(syntax.field(function, CField.PARAMETERS));
    for (int c = syntax.firstNamed(function); c >= 0; c = syntax.nextNamed(c)) {
      switch (syntax.kind(c)) {
        case TRAILING_RETURN_TYPE -> references(syntax.firstNamed(c), Role.TYPE);
        case REQUIRES_CLAUSE -> walk.code().statement(c);
        case ATTRIBUTE_DECLARATION, ATTRIBUTE_SPECIFIER -> walk.modifiers().references(c);
        default -> {}
      }
    }
  }

  /**
   * Makes the references of a type.
   *
   * @param role Role of the type itself; types inside it are always plain.
   */
  void references(int node, Role role) {
    references(node, role, -1);
  }

  /** The same for a type that is given arguments. */
  void references(int node, Role role, int argumentCount) {
    switch (syntax.kind(node)) {
      case TYPE_IDENTIFIER, IDENTIFIER, FIELD_IDENTIFIER -> name(node, role, -1, argumentCount);
      case QUALIFIED_IDENTIFIER -> qualified(node, role, argumentCount);
      case TEMPLATE_TYPE, TEMPLATE_FUNCTION, TEMPLATE_METHOD -> {
        name(syntax.field(node, CField.NAME), role, -1, argumentCount);
        arguments(node);
      }
      case CLASS_SPECIFIER, STRUCT_SPECIFIER, UNION_SPECIFIER, ENUM_SPECIFIER -> {
        if (syntax.field(node, CField.BODY) >= 0) {
          walk.entities().type(node, CHead.NONE, -1);
        } else {
          references(syntax.field(node, CField.NAME), role, argumentCount);
        }
      }
      case TYPE_DESCRIPTOR -> {
        references(syntax.field(node, CField.TYPE), role, argumentCount);
        declaratorReferences(syntax.field(node, CField.DECLARATOR));
      }
      case PLACEHOLDER_TYPE_SPECIFIER -> {
        int constraint = syntax.field(node, CField.CONSTRAINT);
        if (!syntax.textEquals(constraint, "this")) {
          references(constraint, Role.TYPE);
        }
      }
      case DEPENDENT_TYPE, SIZED_TYPE_SPECIFIER, DEPENDENT_NAME -> {
        int inner = syntax.firstNamed(node);
        if (inner >= 0) {
          references(inner, role, argumentCount);
        }
      }
      case DECLTYPE -> walk.code().parts(node);
      default -> {}
    }
  }

  private void name(int node, Role role, int receiver, int argumentCount) {
    String name = syntax.text(node);
    Meaning meaning = receiver >= 0 ? null : walk.context().scope().meaning(name);
    if (node < 0 || meaning == Meaning.TYPE_PARAMETER || meaning == Meaning.VALUE) {
      return;
    }
    walk.context().reference(role, name, node, receiver, argumentCount);
  }

  /** Makes the references of template arguments. */
  void arguments(int template) {
    int list = syntax.child(template, CNode.TEMPLATE_ARGUMENT_LIST);
    for (int c = syntax.firstNamed(list); c >= 0; c = syntax.nextNamed(c)) {
      if (syntax.is(c, CNode.TYPE_DESCRIPTOR)) {
        references(c, Role.TYPE);
      } else {
        walk.code().statement(c);
      }
    }
  }

  private void qualified(int start, Role role, int argumentCount) {
    int receiver = -1;
    int node = start;
    while (syntax.is(node, CNode.QUALIFIED_IDENTIFIER)) {
      receiver = scope(syntax.field(node, CField.SCOPE), receiver, Role.READ);
      node = syntax.field(node, CField.NAME);
    }
    if (syntax.is(node, CNode.DEPENDENT_NAME)) {
      node = syntax.firstNamed(node);
    }
    switch (syntax.kind(node)) {
      case TEMPLATE_TYPE, TEMPLATE_FUNCTION, TEMPLATE_METHOD -> {
        arguments(node);
        node = syntax.field(node, CField.NAME);
      }
      default -> {}
    }
    if (node >= 0) {
      // A leading :: makes the name stand alone, but not one that a block could bind.
      if (receiver < 0) {
        walk.context().reference(role, syntax.text(node), node, -1, argumentCount);
      } else {
        name(node, role, receiver, argumentCount);
      }
    }
  }

  /**
   * Makes the reference of a scope before {@code ::}.
   *
   * @param receiver Expression of the scopes before it, -1 for none.
   * @param role Role of a plain name; one with template arguments is a type.
   * @return expression of the scope, -1 for the global one
   */
  int scope(int node, int receiver, Role role) {
    if (node < 0) {
      return receiver;
    }
    int nameNode = node;
    Role itsRole = role;
    if (syntax.is(node, CNode.DEPENDENT_NAME)) {
      nameNode = syntax.firstNamed(node);
    }
    if (syntax.is(nameNode, CNode.TEMPLATE_TYPE)) {
      arguments(nameNode);
      nameNode = syntax.field(nameNode, CField.NAME);
      itsRole = Role.TYPE;
    } else if (syntax.is(nameNode, CNode.DECLTYPE)) {
      walk.code().parts(nameNode);
      return walk.context().expression(ExpressionKind.OTHER, "", -1, -1);
    }
    String name = syntax.text(nameNode);
    if (nameNode >= 0 && (receiver >= 0 || !walk.context().isLocal(name))) {
      walk.context().reference(itsRole, name, nameNode, receiver, -1);
    }
    return receiver < 0
        ? walk.context().expression(ExpressionKind.NAME, name, -1, -1)
        : walk.context().expression(ExpressionKind.MEMBER, name, receiver, -1);
  }
}
