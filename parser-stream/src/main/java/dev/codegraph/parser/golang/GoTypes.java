package dev.codegraph.parser.golang;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.WhiteSpace;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.Role;
import java.nio.charset.StandardCharsets;

/** Types: how they are written down, and the references that they hold. */
final class GoTypes {
  /** Longest text of a struct or interface type; the signature of its entity is cut as well. */
  private static final int MAX_BODY_CHARS = 500;

  private static final String ANONYMOUS = "<anonymous>";

  private final GoContext context;
  private final GoSyntax syntax;
  private final GoMembers members;

  GoTypes(GoContext context) {
    this.context = context;
    this.syntax = context.syntax();
    this.members = new GoMembers(context, this);
  }

  GoMembers members() {
    return members;
  }

  /** A type as the facts spell it; empty for no node. */
  String text(int node) {
    if (node < 0) {
      return "";
    }
    StringBuilder out = new StringBuilder();
    write(node, out);
    return out.toString();
  }

  /** The results of a callable: nothing, one type, or several in parentheses. */
  String results(int node) {
    if (!syntax.is(node, GoNode.PARAMETER_LIST)) {
      return text(node);
    }
    StringBuilder out = new StringBuilder();
    int count = writeParameters(node, out);
    return count == 1 ? out.substring(1, out.length() - 1) : count == 0 ? "" : out.toString();
  }

  /** The type of a function with these parameters and results. */
  String function(int node) {
    StringBuilder out = new StringBuilder();
    writeFunction(node, out);
    return out.toString();
  }

  private void write(int start, StringBuilder out) {
    int node = start;
    while (true) {
      switch (syntax.kind(node)) {
        case POINTER_TYPE -> out.append('*');
        case NEGATED_TYPE -> out.append('~');
        case PARENTHESIZED_TYPE, TYPE_CONSTRAINT, TYPE_ELEM -> {
          int only = syntax.firstNamed(node);
          if (only < 0 || syntax.nextNamed(only) >= 0) {
            writeUnion(node, out);
            return;
          }
        }
        case SLICE_TYPE, IMPLICIT_LENGTH_ARRAY_TYPE -> {
          out.append("[]");
          node = syntax.field(node, GoSyntax.ELEMENT);
          continue;
        }
        case ARRAY_TYPE -> {
          int length = syntax.field(node, GoSyntax.LENGTH);
          out.append('[').append(length < 0 ? "" : flat(length)).append(']');
          node = syntax.field(node, GoSyntax.ELEMENT);
          continue;
        }
        case CHANNEL_TYPE -> {
          int value = syntax.field(node, GoSyntax.VALUE);
          out.append(channel(node)).append(' ');
          node = value;
          continue;
        }
        case MAP_TYPE -> {
          out.append("map[");
          write(syntax.field(node, GoSyntax.KEY), out);
          out.append(']');
          node = syntax.field(node, GoSyntax.VALUE);
          continue;
        }
        case GENERIC_TYPE -> {
          write(syntax.field(node, GoSyntax.TYPE), out);
          writeArguments(syntax.field(node, GoSyntax.TYPE_ARGUMENTS), out);
          return;
        }
        case FUNCTION_TYPE -> {
          writeFunction(node, out);
          return;
        }
        case STRUCT_TYPE, INTERFACE_TYPE -> {
          out.append(body(node));
          return;
        }
        default -> {
          if (node >= 0) {
            out.append(flat(node));
          }
          return;
        }
      }
      node = syntax.firstNamed(node);
    }
  }

  private void writeUnion(int node, StringBuilder out) {
    boolean first = true;
    for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
      out.append(first ? "" : " | ");
      first = false;
      write(c, out);
    }
  }

  private void writeArguments(int arguments, StringBuilder out) {
    out.append('[');
    boolean first = true;
    for (int c = arguments < 0 ? -1 : syntax.firstNamed(arguments);
        c >= 0;
        c = syntax.nextNamed(c)) {
      out.append(first ? "" : ", ");
      first = false;
      write(c, out);
    }
    out.append(']');
  }

  private void writeFunction(int node, StringBuilder out) {
    out.append("func");
    int parameters = syntax.field(node, GoSyntax.PARAMETERS);
    if (parameters < 0) {
      out.append("()");
    } else {
      writeParameters(parameters, out);
    }
    int result = syntax.field(node, GoSyntax.RESULT);
    String results = result < 0 ? "" : results(result);
    if (!results.isEmpty()) {
      out.append(' ').append(results);
    }
  }

  private int writeParameters(int list, StringBuilder out) {
    int count = 0;
    out.append('(');
    for (GoParameters.Parameter parameter : GoParameters.of(syntax, list)) {
      out.append(count++ == 0 ? "" : ", ").append(parameter.variadic() ? "..." : "");
      write(parameter.type(), out);
    }
    out.append(')');
    return count;
  }

  private String channel(int node) {
    int first = syntax.firstChild(node);
    if (syntax.textEquals(first, "<-")) {
      return "<-chan";
    }
    int second = syntax.nextSibling(first);
    return second >= 0 && syntax.textEquals(second, "<-") ? "chan<-" : "chan";
  }

  /** The text of a struct or interface type, on one line and cut off like a signature. */
  private String body(int node) {
    int start = syntax.start(node);
    int length = Math.min(syntax.end(node) - start, 8 * MAX_BODY_CHARS);
    String raw = new String(syntax.source(), start, length, StandardCharsets.UTF_8);
    String normal = WhiteSpace.single(raw);
    if (normal.equals("struct {}") || normal.equals("interface {}")) {
      return normal.replace(" ", "");
    }
    return normal.length() <= MAX_BODY_CHARS ? normal : normal.substring(0, MAX_BODY_CHARS);
  }

  private String flat(int node) {
    String text = syntax.text(node);
    return text.indexOf(' ') < 0 && text.indexOf('\n') < 0 && text.indexOf('\t') < 0
        ? text
        : text.replaceAll("\\s+", "");
  }

  /** Makes the references of a type; those of anonymous structs and interfaces too. */
  void references(int node) {
    references(node, Role.TYPE);
  }

  /**
   * Makes the references of a type.
   *
   * @param role Role of the type itself when it is a name; the types inside it are always plain.
   */
  void references(int start, Role role) {
    int node = start;
    while (node >= 0) {
      switch (syntax.kind(node)) {
        case TYPE_IDENTIFIER, IDENTIFIER -> {
          name(node, role);
          return;
        }
        case QUALIFIED_TYPE -> {
          qualified(node, role);
          return;
        }
        case GENERIC_TYPE -> {
          int arguments = syntax.field(node, GoSyntax.TYPE_ARGUMENTS);
          for (int c = arguments < 0 ? -1 : syntax.firstNamed(arguments);
              c >= 0;
              c = syntax.nextNamed(c)) {
            references(c);
          }
          node = syntax.field(node, GoSyntax.TYPE);
        }
        case POINTER_TYPE, PARENTHESIZED_TYPE -> node = syntax.firstNamed(node);
        case SLICE_TYPE, IMPLICIT_LENGTH_ARRAY_TYPE, ARRAY_TYPE -> {
          lengthReferences(syntax.field(node, GoSyntax.LENGTH));
          node = syntax.field(node, GoSyntax.ELEMENT);
          role = Role.TYPE;
        }
        case MAP_TYPE -> {
          references(syntax.field(node, GoSyntax.KEY));
          node = syntax.field(node, GoSyntax.VALUE);
          role = Role.TYPE;
        }
        case CHANNEL_TYPE -> {
          node = syntax.field(node, GoSyntax.VALUE);
          role = Role.TYPE;
        }
        case FUNCTION_TYPE -> {
          signatureReferences(node);
          return;
        }
        case STRUCT_TYPE, INTERFACE_TYPE -> {
          anonymous(node);
          return;
        }
        case NEGATED_TYPE, TYPE_CONSTRAINT, TYPE_ELEM -> {
          for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
            references(c);
          }
          return;
        }
        default -> {
          return;
        }
      }
    }
  }

  /** The references in parameters and results. */
  void signatureReferences(int node) {
    parameterReferences(syntax.field(node, GoSyntax.PARAMETERS));
    int result = syntax.field(node, GoSyntax.RESULT);
    if (syntax.is(result, GoNode.PARAMETER_LIST)) {
      parameterReferences(result);
    } else {
      references(result);
    }
  }

  private void parameterReferences(int list) {
    int last = -1;
    for (GoParameters.Parameter parameter : GoParameters.of(syntax, list)) {
      if (parameter.type() != last) {
        last = parameter.type();
        references(last);
      }
    }
  }

  private void name(int node, Role role) {
    String name = syntax.text(node);
    int meaning = context.scope().meaning(name);
    if (name.equals("_") || meaning == GoScope.UNBOUND && GoSyntax.isPredeclaredType(name)) {
      return;
    }
    if (meaning == GoScope.UNBOUND || meaning == GoScope.LOCAL_TYPE) {
      context.reference(role, name, node, -1, -1);
    }
  }

  private void qualified(int node, Role role) {
    int packageNode = syntax.field(node, GoSyntax.PACKAGE);
    int nameNode = syntax.field(node, GoSyntax.NAME);
    if (packageNode >= 0 && nameNode >= 0) {
      int receiver = context.packageReceiver(packageNode);
      context.reference(role, syntax.text(nameNode), nameNode, receiver, -1);
    }
  }

  /** An array length is most often a number, else one constant. */
  private void lengthReferences(int node) {
    if (syntax.is(node, GoNode.IDENTIFIER)) {
      String name = syntax.text(node);
      if (!context.isLocal(name)) {
        context.reference(Role.READ, name, node, -1, -1);
      }
    } else if (syntax.is(node, GoNode.SELECTOR_EXPRESSION)) {
      int operand = syntax.field(node, GoSyntax.OPERAND);
      int field = syntax.field(node, GoSyntax.FIELD);
      if (syntax.is(operand, GoNode.IDENTIFIER) && field >= 0) {
        int receiver = context.packageReceiver(operand);
        context.reference(Role.READ, syntax.text(field), field, receiver, -1);
      }
    } else if (node >= 0) {
      for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
        lengthReferences(c);
      }
    }
  }

  private void anonymous(int node) {
    if (body(node).endsWith("{}")) {
      return;
    }
    boolean isStruct = syntax.is(node, GoNode.STRUCT_TYPE);
    int entity =
        context
            .facts()
            .entity(
                isStruct ? EntityKind.STRUCT : EntityKind.INTERFACE,
                ANONYMOUS,
                node,
                node,
                context.owner())
            .signature(body(node))
            .index();
    context.inEntity(entity, () -> members.of(node));
  }

  /** The entity of a type declaration, without what is inside. */
  EntityDraft entity(int spec, int nameNode, int parent) {
    return context.declare(kindOf(spec), nameNode, spec, parent).signature("type " + head(spec));
  }

  private EntityKind kindOf(int spec) {
    if (syntax.is(spec, GoNode.TYPE_ALIAS)) {
      return EntityKind.TYPE_ALIAS;
    }
    return switch (syntax.kind(syntax.field(spec, GoSyntax.TYPE))) {
      case STRUCT_TYPE -> EntityKind.STRUCT;
      case INTERFACE_TYPE -> EntityKind.INTERFACE;
      default -> EntityKind.TYPE_ALIAS;
    };
  }

  private String head(int spec) {
    int type = syntax.field(spec, GoSyntax.TYPE);
    String keyword =
        switch (syntax.kind(type)) {
          case STRUCT_TYPE -> "struct";
          case INTERFACE_TYPE -> "interface";
          default -> "";
        };
    int start = syntax.start(spec);
    int end = keyword.isEmpty() ? syntax.end(spec) : syntax.start(type);
    return new String(syntax.source(), start, end - start, StandardCharsets.UTF_8) + keyword;
  }

  /** Walks the inside of a type declaration; the owner is its entity. */
  void define(EntityDraft draft, int spec) {
    parameters(draft, spec);
    int type = syntax.field(spec, GoSyntax.TYPE);
    if (syntax.is(type, GoNode.STRUCT_TYPE) || syntax.is(type, GoNode.INTERFACE_TYPE)) {
      members.of(type);
    } else {
      draft.declaredType(text(type));
      references(type);
    }
  }

  /** Binds the type parameters of a declaration and makes the references of their constraints. */
  void parameters(EntityDraft draft, int node) {
    int list = syntax.field(node, GoSyntax.TYPE_PARAMETERS);
    for (int c = list < 0 ? -1 : syntax.firstNamed(list); c >= 0; c = syntax.nextNamed(c)) {
      String constraint = text(syntax.field(c, GoSyntax.TYPE));
      for (int name : syntax.fields(c, GoSyntax.NAME)) {
        draft.typeParameter(syntax.text(name));
        context.bindTypeParameter(syntax.text(name), syntax.start(list), constraint);
      }
    }
    for (int c = list < 0 ? -1 : syntax.firstNamed(list); c >= 0; c = syntax.nextNamed(c)) {
      references(syntax.field(c, GoSyntax.TYPE));
    }
  }
}
