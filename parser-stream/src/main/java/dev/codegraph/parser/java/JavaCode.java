package dev.codegraph.parser.java;

import dev.codegraph.parser.syntax.SyntaxTree;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.Role;
import java.util.Arrays;

/** Statements and expressions: what they refer to and what they bind. */
final class JavaCode {
  private final JavaWalk walk;
  private final JavaContext context;
  private final SyntaxTree tree;

  private final StringBuilder argumentLists = new StringBuilder();

  /** Expression index per node, plus one; 0 while unknown. */
  private final int[] expressions;

  JavaCode(JavaWalk walk) {
    this.walk = walk;
    this.context = walk.context();
    this.tree = context.tree();
    this.expressions = new int[tree.nodeCount()];
  }

  /**
   * Writes the attribute {@code arguments}, by which overloads are told apart: for each call and
   * creation with arguments the start of its name, =, its arguments with commas between, and a
   * semicolon. An argument is a letter for a literal (i int, l long, f float, d double, z boolean,
   * c char, s string, n null), y and the number of parameters for a lambda, m for a method
   * reference, the number of an expression, or a dash when nothing is known about it.
   */
  void writeArguments() {
    if (!argumentLists.isEmpty()) {
      context.facts().attribute("arguments", argumentLists.toString());
    }
  }

  private void arguments(int name, int arguments) {
    int mark = argumentLists.length();
    boolean isKnown = false;
    argumentLists.append(tree.startByte(name)).append('=');
    for (int c = arguments < 0 ? -1 : tree.firstChild(arguments); c >= 0; c = tree.nextSibling(c)) {
      if (tree.isNamed(c) && !tree.isExtra(c)) {
        int before = argumentLists.length();
        argument(c);
        isKnown |= argumentLists.charAt(before) != '-';
        argumentLists.append(',');
      }
    }
    argumentLists.setLength(isKnown ? argumentLists.length() - 1 : mark);
    if (isKnown) {
      argumentLists.append(';');
    }
  }

  private void argument(int node) {
    switch (context.kind(node)) {
      case DECIMAL_INTEGER_LITERAL, HEX_INTEGER_LITERAL ->
          argumentLists.append(endsWith(node, 'l') ? 'l' : 'i');
      case DECIMAL_FLOATING_POINT_LITERAL -> argumentLists.append(endsWith(node, 'f') ? 'f' : 'd');
      case TRUE, FALSE, INSTANCEOF_EXPRESSION -> argumentLists.append('z');
      case CHARACTER_LITERAL -> argumentLists.append('c');
      case STRING_LITERAL -> argumentLists.append('s');
      case NULL_LITERAL -> argumentLists.append('n');
      case METHOD_REFERENCE -> argumentLists.append('m');
      case LAMBDA_EXPRESSION -> {
        int parameters = context.child(node, JavaContext.PARAMETERS);
        argumentLists
            .append('y')
            .append(context.is(parameters, JavaNode.IDENTIFIER) ? 1 : argumentCount(parameters));
      }
      case IDENTIFIER,
          THIS,
          FIELD_ACCESS,
          METHOD_INVOCATION,
          OBJECT_CREATION_EXPRESSION,
          ARRAY_CREATION_EXPRESSION,
          ARRAY_ACCESS,
          CAST_EXPRESSION,
          CLASS_LITERAL ->
          argumentLists.append(expression(node));
      case BINARY_EXPRESSION -> {
        if (isString(node)) {
          argumentLists.append('s');
        } else {
          argumentLists.append(binaryIsBoolean(node) ? 'z' : '-');
        }
      }
      default -> argumentLists.append('-');
    }
  }

  /** Whether a sum holds a string literal outside of calls, so that it is a string itself. */
  private boolean isString(int node) {
    int at = node;
    while (context.is(at, JavaNode.BINARY_EXPRESSION)
        && tree.textEquals(context.child(at, JavaContext.OPERATOR), "+")) {
      if (context.is(context.child(at, JavaContext.RIGHT), JavaNode.STRING_LITERAL)) {
        return true;
      }
      at = context.child(at, JavaContext.LEFT);
    }
    return at != node && context.is(at, JavaNode.STRING_LITERAL);
  }

  private boolean endsWith(int node, char letter) {
    return (tree.source()[tree.endByte(node) - 1] | 0x20) == letter;
  }

  /** Walks all children. */
  void children(int node, int owner) {
    for (int c = tree.firstChild(node); c >= 0; c = tree.nextSibling(c)) {
      if (tree.isNamed(c)) {
        visit(c, owner);
      }
    }
  }

  private void scoped(int node, int owner) {
    context.push(tree.endByte(node));
    children(node, owner);
    context.pop();
  }

  /** Walks a statement or an expression. */
  void visit(int node, int owner) {
    if (node < 0) {
      return;
    }
    switch (context.kind(node)) {
      case IDENTIFIER -> name(node, owner, Role.READ);
      case METHOD_INVOCATION -> call(node, owner);
      case OBJECT_CREATION_EXPRESSION -> creation(node, owner);
      case FIELD_ACCESS -> fieldAccess(node, owner, Role.READ);
      case METHOD_REFERENCE -> methodReference(node, owner);
      case EXPLICIT_CONSTRUCTOR_INVOCATION -> constructorCall(node, owner);
      case ASSIGNMENT_EXPRESSION -> {
        target(context.child(node, JavaContext.LEFT), owner);
        visit(context.child(node, JavaContext.RIGHT), owner);
      }
      case UPDATE_EXPRESSION -> {
        for (int c = tree.firstChild(node); c >= 0; c = tree.nextSibling(c)) {
          if (tree.isNamed(c)) {
            target(c, owner);
          }
        }
      }
      case LOCAL_VARIABLE_DECLARATION -> localVariables(node, owner);
      case LAMBDA_EXPRESSION -> lambda(node, owner);
      case ENHANCED_FOR_STATEMENT -> enhancedFor(node, owner);
      case RESOURCE -> resource(node, owner);
      case CATCH_CLAUSE -> catchClause(node, owner);
      case INSTANCEOF_EXPRESSION -> instanceOf(node, owner);
      case TYPE_PATTERN -> typePattern(node, owner);
      case RECORD_PATTERN -> recordPattern(node, owner);
      case RECORD_PATTERN_COMPONENT -> typePattern(node, owner);
      case SWITCH_EXPRESSION -> switchOf(node, owner);
      case BLOCK,
          FOR_STATEMENT,
          TRY_WITH_RESOURCES_STATEMENT,
          SWITCH_BLOCK_STATEMENT_GROUP,
          SWITCH_RULE,
          CONSTRUCTOR_BODY ->
          scoped(node, owner);
      case LABELED_STATEMENT -> {
        for (int c = tree.firstChild(node); c >= 0; c = tree.nextSibling(c)) {
          if (tree.isNamed(c) && !context.is(c, JavaNode.IDENTIFIER)) {
            visit(c, owner);
          }
        }
      }
      case BREAK_STATEMENT, CONTINUE_STATEMENT -> {
        // Labels are no references.
      }
      case CLASS_DECLARATION,
          INTERFACE_DECLARATION,
          ENUM_DECLARATION,
          RECORD_DECLARATION,
          ANNOTATION_TYPE_DECLARATION ->
          walk.typeDeclarations().localType(node, owner);
      case ANNOTATION, MARKER_ANNOTATION -> annotation(node, owner);
      case TYPE_IDENTIFIER, SCOPED_TYPE_IDENTIFIER, GENERIC_TYPE, TYPE_ARGUMENTS ->
          walk.types().references(node, owner, Role.TYPE);
      case LINE_COMMENT, BLOCK_COMMENT -> {
        // No code.
      }
      default -> children(node, owner);
    }
  }

  private void name(int node, int owner, Role role) {
    String name = context.text(node);
    if (!context.isLocal(name) && !JavaContext.isKeyword(name)) {
      context.facts().reference(role, name, node, owner, -1, -1);
    }
  }

  private void target(int node, int owner) {
    if (node < 0) {
      return;
    }
    switch (context.kind(node)) {
      case IDENTIFIER -> name(node, owner, Role.WRITE);
      case FIELD_ACCESS -> fieldAccess(node, owner, Role.WRITE);
      default -> visit(node, owner);
    }
  }

  private void fieldAccess(int node, int owner, Role role) {
    int object = context.child(node, JavaContext.OBJECT);
    int field = context.child(node, JavaContext.FIELD);
    visit(object, owner);
    if (context.is(field, JavaNode.IDENTIFIER)) {
      context.facts().reference(role, context.text(field), field, owner, expression(object), -1);
    }
  }

  private void call(int node, int owner) {
    int object = context.child(node, JavaContext.OBJECT);
    int name = context.child(node, JavaContext.NAME);
    int arguments = context.child(node, JavaContext.ARGUMENTS);
    int receiver = -1;
    if (object >= 0) {
      visit(object, owner);
      receiver = expression(object);
    }
    walk.types().references(context.child(node, JavaContext.TYPE_ARGUMENTS), owner, Role.TYPE);
    if (name >= 0) {
      context
          .facts()
          .reference(
              Role.CALL, context.text(name), name, owner, receiver, argumentCount(arguments));
      arguments(name, arguments);
      walk.routes().called(node, context.text(name), arguments, owner);
    }
    visit(arguments, owner);
  }

  private void creation(int node, int owner) {
    int type = context.child(node, JavaContext.TYPE);
    int arguments = context.child(node, JavaContext.ARGUMENTS);
    int outer = tree.firstChild(node);
    if (outer >= 0 && tree.isNamed(outer) && outer != type) {
      visit(outer, owner);
    }
    if (type >= 0) {
      int head = context.is(type, JavaNode.GENERIC_TYPE) ? tree.firstChild(type) : type;
      int name = walk.types().lastName(head);
      int qualifier =
          context.is(head, JavaNode.SCOPED_TYPE_IDENTIFIER) ? walk.types().qualifier(head) : -1;
      context
          .facts()
          .reference(
              Role.INSTANTIATE,
              context.text(name),
              name,
              owner,
              qualifier,
              argumentCount(arguments));
      arguments(name, arguments);
      if (context.is(type, JavaNode.GENERIC_TYPE)) {
        walk.types().references(context.child(type, JavaNode.TYPE_ARGUMENTS), owner, Role.TYPE);
      }
    }
    visit(arguments, owner);
    int body = context.child(node, JavaNode.CLASS_BODY);
    if (body >= 0) {
      walk.typeDeclarations().anonymous(node, type, body, owner);
    }
  }

  private void constructorCall(int node, int owner) {
    int constructor = context.child(node, JavaContext.CONSTRUCTOR);
    int object = context.child(node, JavaContext.OBJECT);
    int arguments = context.child(node, JavaContext.ARGUMENTS);
    visit(object, owner);
    if (constructor >= 0) {
      context
          .facts()
          .reference(
              Role.CALL,
              context.text(constructor),
              constructor,
              owner,
              -1,
              argumentCount(arguments));
      arguments(constructor, arguments);
    }
    visit(arguments, owner);
  }

  private void methodReference(int node, int owner) {
    int object = tree.firstChild(node);
    while (object >= 0 && !tree.isNamed(object)) {
      object = tree.nextSibling(object);
    }
    visit(object, owner);
    reference(node, owner);
  }

  /** Adds the function value that a method reference is, for an entity. */
  void reference(int node, int owner) {
    int object = -1;
    int name = -1;
    for (int c = tree.firstChild(node); c >= 0; c = tree.nextSibling(c)) {
      if (object < 0 && tree.isNamed(c)) {
        object = c;
      } else if (context.is(c, JavaNode.IDENTIFIER) || tree.textEquals(c, "new")) {
        name = c;
      }
    }
    if (object >= 0 && name >= 0) {
      context
          .facts()
          .reference(Role.FUNCTION_VALUE, context.text(name), name, owner, expression(object), -1);
    }
  }

  private int argumentCount(int arguments) {
    int count = 0;
    for (int c = arguments < 0 ? -1 : tree.firstChild(arguments); c >= 0; c = tree.nextSibling(c)) {
      if (tree.isNamed(c) && !tree.isExtra(c)) {
        count++;
      }
    }
    return count;
  }

  private void localVariables(int node, int owner) {
    int type = context.child(node, JavaContext.TYPE);
    visit(context.child(node, JavaNode.MODIFIERS), owner);
    walk.types().references(type, owner, Role.TYPE);
    String declared = typeText(type);
    for (int c = tree.firstChild(node); c >= 0; c = tree.nextSibling(c)) {
      if (context.is(c, JavaNode.VARIABLE_DECLARATOR)) {
        int name = context.child(c, JavaContext.NAME);
        int value = context.child(c, JavaContext.VALUE);
        visit(value, owner);
        if (name >= 0) {
          context.bind(
              context.text(name),
              BindingKind.LOCAL,
              owner,
              tree.startByte(name),
              declared.isEmpty() ? declared : declared + dimensions(c),
              value < 0 ? -1 : expression(value));
        }
      }
    }
  }

  /** The dimensions that stand after a name rather than after its type; empty for none. */
  String dimensions(int node) {
    int dimensions = context.child(node, JavaContext.DIMENSIONS);
    return dimensions < 0 ? "" : context.normal(dimensions).replace(" ", "");
  }

  /** The dimensions of a new array, those with a size included. */
  private String createdDimensions(int node) {
    StringBuilder dimensions = new StringBuilder();
    for (int c = tree.firstChild(node); c >= 0; c = tree.nextSibling(c)) {
      if (context.is(c, JavaNode.DIMENSIONS_EXPR)) {
        dimensions.append("[]");
      } else if (context.is(c, JavaNode.DIMENSIONS)) {
        dimensions.append(context.normal(c).replace(" ", ""));
      }
    }
    return dimensions.toString();
  }

  /** The written type; empty for var, whose type is that of the value. */
  String typeText(int type) {
    String text = context.normal(type);
    return text.equals("var") ? "" : text;
  }

  private void lambda(int node, int owner) {
    context.push(tree.endByte(node));
    int parameters = context.child(node, JavaContext.PARAMETERS);
    if (context.is(parameters, JavaNode.FORMAL_PARAMETERS)) {
      walk.callables().parameters(parameters, owner);
    } else if (context.is(parameters, JavaNode.IDENTIFIER)) {
      bind(parameters, BindingKind.PARAMETER, owner, "", lambdaParameter(node, 0));
    } else if (parameters >= 0) {
      int place = 0;
      for (int c = tree.firstChild(parameters); c >= 0; c = tree.nextSibling(c)) {
        if (context.is(c, JavaNode.IDENTIFIER)) {
          bind(c, BindingKind.PARAMETER, owner, "", lambdaParameter(node, place++));
        }
      }
    }
    visit(context.child(node, JavaContext.BODY), owner);
    context.pop();
  }

  /**
   * Where a lambda's parameter comes from: a LAMBDA expression whose base is the call or creation
   * that the lambda is an argument of and whose text is the place of the argument and that of the
   * parameter; for a lambda that is the value of a variable the base is a CAST to the variable's
   * type and the first place a dash.
   */
  private int lambdaParameter(int lambda, int place) {
    int around = tree.parent(lambda);
    if (context.is(around, JavaNode.VARIABLE_DECLARATOR)) {
      String type = typeText(context.child(tree.parent(around), JavaContext.TYPE));
      return type.isEmpty()
          ? -1
          : of(ExpressionKind.LAMBDA, "- " + place, of(ExpressionKind.CAST, type, -1, -1), -1);
    }
    if (!context.is(around, JavaNode.ARGUMENT_LIST)) {
      return -1;
    }
    int call = tree.parent(around);
    if (!context.is(call, JavaNode.METHOD_INVOCATION)
        && !context.is(call, JavaNode.OBJECT_CREATION_EXPRESSION)) {
      return -1;
    }
    int argument = 0;
    for (int c = tree.firstChild(around); c != lambda; c = tree.nextSibling(c)) {
      if (tree.isNamed(c) && !tree.isExtra(c)) {
        argument++;
      }
    }
    return of(ExpressionKind.LAMBDA, argument + " " + place, expression(call), -1);
  }

  private void bind(int name, BindingKind kind, int owner, String type, int initializer) {
    context.bind(context.text(name), kind, owner, tree.startByte(name), type, initializer);
  }

  private void enhancedFor(int node, int owner) {
    context.push(tree.endByte(node));
    int type = context.child(node, JavaContext.TYPE);
    int name = context.child(node, JavaContext.NAME);
    int value = context.child(node, JavaContext.VALUE);
    walk.types().references(type, owner, Role.TYPE);
    visit(value, owner);
    if (name >= 0) {
      bind(name, BindingKind.LOOP, owner, typeText(type), value < 0 ? -1 : expression(value));
    }
    visit(context.child(node, JavaContext.BODY), owner);
    context.pop();
  }

  private void resource(int node, int owner) {
    int type = context.child(node, JavaContext.TYPE);
    int name = context.child(node, JavaContext.NAME);
    int value = context.child(node, JavaContext.VALUE);
    if (name < 0) {
      children(node, owner);
      return;
    }
    walk.types().references(type, owner, Role.TYPE);
    visit(value, owner);
    bind(name, BindingKind.RESOURCE, owner, typeText(type), value < 0 ? -1 : expression(value));
  }

  private void catchClause(int node, int owner) {
    context.push(tree.endByte(node));
    int parameter = context.child(node, JavaNode.CATCH_FORMAL_PARAMETER);
    if (parameter >= 0) {
      int type = context.child(parameter, JavaNode.CATCH_TYPE);
      int name = context.child(parameter, JavaContext.NAME);
      walk.types().references(type, owner, Role.TYPE);
      if (name >= 0) {
        String text = context.normal(type);
        bind(name, BindingKind.CATCH, owner, text.contains("|") ? "" : text, -1);
      }
    }
    visit(context.child(node, JavaContext.BODY), owner);
    context.pop();
  }

  private void instanceOf(int node, int owner) {
    int left = context.child(node, JavaContext.LEFT);
    int right = context.child(node, JavaContext.RIGHT);
    int name = context.child(node, JavaContext.NAME);
    visit(left, owner);
    for (int c = tree.firstChild(node); c >= 0; c = tree.nextSibling(c)) {
      if (tree.isNamed(c) && c != left && c != name) {
        if (c == right) {
          walk.types().references(c, owner, Role.TYPE);
        } else {
          visit(c, owner);
        }
      }
    }
    if (name >= 0) {
      bind(name, BindingKind.PATTERN, owner, context.normal(right), -1);
    }
  }

  /** A type and the name that it gets, in a pattern. */
  private void typePattern(int node, int owner) {
    int type = -1;
    int name = -1;
    for (int c = tree.firstChild(node); c >= 0; c = tree.nextSibling(c)) {
      if (!tree.isNamed(c)) {
        continue;
      }
      if (context.is(c, JavaNode.IDENTIFIER)) {
        name = c;
      } else if (context.is(c, JavaNode.RECORD_PATTERN)) {
        recordPattern(c, owner);
      } else {
        type = c;
      }
    }
    walk.types().references(type, owner, Role.TYPE);
    if (name >= 0) {
      bind(name, BindingKind.PATTERN, owner, typeText(type), -1);
    }
  }

  private void recordPattern(int node, int owner) {
    int type = tree.firstChild(node);
    walk.types().references(type, owner, Role.TYPE);
    for (int c = tree.nextSibling(type); c >= 0; c = tree.nextSibling(c)) {
      if (tree.isNamed(c)) {
        visit(c, owner);
      }
    }
  }

  /** Names in labels are constants of the type of the condition, when that is an enum. */
  private void switchOf(int node, int owner) {
    int condition = context.child(node, JavaContext.CONDITION);
    visit(condition, owner);
    int body = context.child(node, JavaContext.BODY);
    if (body < 0) {
      return;
    }
    // What one group of statements declares the next one sees; a rule stands alone.
    context.push(tree.endByte(body));
    for (int c = tree.firstChild(body); c >= 0; c = tree.nextSibling(c)) {
      if (!tree.isNamed(c)) {
        continue;
      }
      boolean isGroup = context.is(c, JavaNode.SWITCH_BLOCK_STATEMENT_GROUP);
      if (!isGroup) {
        context.push(tree.endByte(c));
      }
      for (int d = tree.firstChild(c); d >= 0; d = tree.nextSibling(d)) {
        if (context.is(d, JavaNode.SWITCH_LABEL)) {
          label(d, condition, owner);
        } else if (tree.isNamed(d)) {
          visit(d, owner);
        }
      }
      if (!isGroup) {
        context.pop();
      }
    }
    context.pop();
  }

  private void label(int node, int condition, int owner) {
    for (int c = tree.firstChild(node); c >= 0; c = tree.nextSibling(c)) {
      if (context.is(c, JavaNode.IDENTIFIER) && tree.textEquals(c, "default")) {
        continue;
      }
      if (context.is(c, JavaNode.IDENTIFIER) && condition >= 0) {
        context.facts().reference(Role.READ, context.text(c), c, owner, expression(condition), -1);
      } else if (tree.isNamed(c)) {
        visit(c, owner);
      }
    }
  }

  /** An annotation and the code in its arguments. */
  void annotation(int node, int owner) {
    int name = context.child(node, JavaContext.NAME);
    if (name >= 0) {
      walk.types().references(name, owner, Role.ANNOTATE);
    }
    int arguments = context.child(node, JavaContext.ARGUMENTS);
    for (int c = arguments < 0 ? -1 : tree.firstChild(arguments); c >= 0; c = tree.nextSibling(c)) {
      if (context.is(c, JavaNode.ELEMENT_VALUE_PAIR)) {
        visit(context.child(c, JavaContext.VALUE), owner);
      } else if (tree.isNamed(c)) {
        visit(c, owner);
      }
    }
  }

  /** The expression that a node is, for following types through it. */
  int expression(int node) {
    if (expressions[node] == 0) {
      // Chains are long and lean to the left: bases first, without recursion.
      int[] chain = new int[8];
      int length = 0;
      int at = node;
      while (at >= 0 && expressions[at] == 0) {
        if (length == chain.length) {
          chain = Arrays.copyOf(chain, length * 2);
        }
        chain[length++] = at;
        at = base(at);
      }
      while (length > 0) {
        int next = chain[--length];
        expressions[next] = make(next) + 1;
      }
    }
    return expressions[node] - 1;
  }

  /** The node that an expression is applied to, -1 when it stands alone. */
  private int base(int node) {
    return switch (context.kind(node)) {
      case METHOD_INVOCATION, FIELD_ACCESS -> context.child(node, JavaContext.OBJECT);
      case PARENTHESIZED_EXPRESSION -> firstNamed(node);
      case ARRAY_ACCESS -> tree.firstChild(node);
      case TERNARY_EXPRESSION -> {
        int consequence = context.child(node, Branch.CONSEQUENCE);
        yield context.is(consequence, JavaNode.NULL_LITERAL)
            ? context.child(node, Branch.ALTERNATIVE)
            : consequence;
      }
      case ASSIGNMENT_EXPRESSION -> context.child(node, JavaContext.RIGHT);
      default -> -1;
    };
  }

  private int firstNamed(int node) {
    int child = tree.firstChild(node);
    while (child >= 0 && !tree.isNamed(child)) {
      child = tree.nextSibling(child);
    }
    return child;
  }

  private int make(int node) {
    int base = base(node);
    int below = base < 0 ? -1 : expressions[base] - 1;
    return switch (context.kind(node)) {
      case IDENTIFIER, TYPE_IDENTIFIER -> of(ExpressionKind.NAME, context.text(node), -1, -1);
      case THIS -> of(ExpressionKind.THIS, "", -1, -1);
      case SUPER -> of(ExpressionKind.SUPER, "", -1, -1);
      case FIELD_ACCESS -> member(node, below);
      case METHOD_INVOCATION ->
          of(
              ExpressionKind.CALL,
              context.text(context.child(node, JavaContext.NAME)),
              below,
              argumentCount(context.child(node, JavaContext.ARGUMENTS)));
      case OBJECT_CREATION_EXPRESSION ->
          of(
              ExpressionKind.NEW,
              context.normal(context.child(node, JavaContext.TYPE)),
              -1,
              argumentCount(context.child(node, JavaContext.ARGUMENTS)));
      case ARRAY_CREATION_EXPRESSION ->
          of(
              ExpressionKind.CAST,
              context.normal(context.child(node, JavaContext.TYPE)) + createdDimensions(node),
              -1,
              -1);
      case CAST_EXPRESSION ->
          of(ExpressionKind.CAST, context.normal(context.child(node, JavaContext.TYPE)), -1, -1);
      case ARRAY_ACCESS -> of(ExpressionKind.INDEX, "", below, -1);
      case PARENTHESIZED_EXPRESSION, TERNARY_EXPRESSION, ASSIGNMENT_EXPRESSION ->
          below >= 0 ? below : of(ExpressionKind.OTHER, "", -1, -1);
      case STRING_LITERAL -> of(ExpressionKind.LITERAL, "string", -1, -1);
      case CHARACTER_LITERAL -> of(ExpressionKind.LITERAL, "char", -1, -1);
      case TRUE, FALSE, INSTANCEOF_EXPRESSION -> of(ExpressionKind.LITERAL, "boolean", -1, -1);
      case DECIMAL_INTEGER_LITERAL, HEX_INTEGER_LITERAL, DECIMAL_FLOATING_POINT_LITERAL ->
          of(ExpressionKind.LITERAL, "number", -1, -1);
      case NULL_LITERAL -> of(ExpressionKind.LITERAL, "null", -1, -1);
      case CLASS_LITERAL -> of(ExpressionKind.CAST, "Class", -1, -1);
      case LAMBDA_EXPRESSION, METHOD_REFERENCE -> of(ExpressionKind.LAMBDA, "", -1, -1);
      case BINARY_EXPRESSION -> binary(node);
      case SCOPED_TYPE_IDENTIFIER, SCOPED_IDENTIFIER, GENERIC_TYPE -> walk.types().expression(node);
      default -> of(ExpressionKind.OTHER, "", -1, -1);
    };
  }

  /** {@code Outer.this} and {@code Outer.super} are of the outer type. */
  private int member(int node, int below) {
    int field = context.child(node, JavaContext.FIELD);
    if (context.is(field, JavaNode.THIS)) {
      return of(
          ExpressionKind.CAST, context.normal(context.child(node, JavaContext.OBJECT)), -1, -1);
    }
    if (context.is(field, JavaNode.SUPER)) {
      return of(ExpressionKind.SUPER, "", below, -1);
    }
    return of(ExpressionKind.MEMBER, context.text(field), below, -1);
  }

  private int binary(int node) {
    return binaryIsBoolean(node)
        ? of(ExpressionKind.LITERAL, "boolean", -1, -1)
        : of(
            isString(node) ? ExpressionKind.LITERAL : ExpressionKind.OTHER,
            isString(node) ? "string" : "",
            -1,
            -1);
  }

  private boolean binaryIsBoolean(int node) {
    return switch (context.text(context.child(node, JavaContext.OPERATOR))) {
      case "==", "!=", "<", ">", "<=", ">=", "&&", "||" -> true;
      default -> false;
    };
  }

  private int of(ExpressionKind kind, String text, int base, int argumentCount) {
    return context.facts().expression(kind, text, base, argumentCount);
  }

  /** The fields of the branches of a conditional expression. */
  private static final class Branch {
    static final int CONSEQUENCE = dev.codegraph.parser.syntax.Grammar.JAVA.field("consequence");
    static final int ALTERNATIVE = JavaContext.ALTERNATIVE;
  }
}
