package dev.codegraph.parser.golang;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.Role;
import dev.codegraph.schemas.SupertypeRelation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Constants and variables at the top level of a file. */
final class GoValues {
  private final GoContext context;
  private final GoSyntax syntax;
  private final GoTypes types;
  private final GoCode code;
  private final Function<String, @Nullable EntityDraft> typesOfFile;

  GoValues(
      GoContext context,
      GoTypes types,
      GoCode code,
      Function<String, @Nullable EntityDraft> typesOfFile) {
    this.context = context;
    this.syntax = context.syntax();
    this.types = types;
    this.code = code;
    this.typesOfFile = typesOfFile;
  }

  /** In a group a constant without a value repeats the one above, type and all. */
  void constants(int node) {
    String type = "";
    for (int spec = syntax.firstNamed(node); spec >= 0; spec = syntax.nextNamed(spec)) {
      if (syntax.is(spec, GoNode.CONST_SPEC)) {
        int values = syntax.field(spec, GoSyntax.VALUE);
        int typeNode = syntax.field(spec, GoSyntax.TYPE);
        type = values < 0 ? type : types.text(typeNode);
        define(EntityKind.CONSTANT, spec, typeNode, type, syntax.elements(values));
      }
    }
  }

  /** One spec of a variable declaration. */
  void variable(int spec) {
    int typeNode = syntax.field(spec, GoSyntax.TYPE);
    List<Integer> values = syntax.elements(syntax.field(spec, GoSyntax.VALUE));
    List<Integer> names = syntax.fields(spec, GoSyntax.NAME);
    if (names.size() == 1 && values.size() == 1 && syntax.textEquals(names.getFirst(), "_")) {
      EntityDraft type = typeNode < 0 ? null : typesOfFile.apply(implementer(values.getFirst()));
      if (type != null) {
        implementation(type, typeNode, values.getFirst());
        return;
      }
    }
    define(EntityKind.VARIABLE, spec, typeNode, types.text(typeNode), values);
  }

  private void define(EntityKind kind, int spec, int typeNode, String type, List<Integer> values) {
    List<Integer> names = syntax.fields(spec, GoSyntax.NAME);
    List<@Nullable EntityDraft> drafts = new ArrayList<>();
    int owner = 0;
    for (int i = 0; i < names.size(); i++) {
      int value = values.size() == names.size() ? values.get(i) : -1;
      EntityDraft draft =
          syntax.textEquals(names.get(i), "_")
              ? null
              : entity(kind, names.get(i), spec, type, value);
      drafts.add(draft);
      owner = owner == 0 && draft != null ? draft.index() : owner;
    }
    context.inEntity(owner, () -> types.references(typeNode));
    for (int i = 0; i < values.size(); i++) {
      EntityDraft draft = i < drafts.size() ? drafts.get(i) : null;
      int value = values.get(i);
      if (draft != null && draft.kind() == EntityKind.FUNCTION) {
        code.functionOf(draft.index(), value);
        continue;
      }
      boolean wanted = type.isEmpty() && draft != null;
      int[] result = {-1};
      context.inEntity(
          draft == null ? owner : draft.index(),
          () -> result[0] = code.expressions().value(value, wanted));
      if (wanted) {
        spread(drafts, i, values.size(), value, result[0]);
      }
    }
  }

  /** Gives the value to its name; the only value of several names is spread over them. */
  private void spread(
      List<@Nullable EntityDraft> drafts, int at, int values, int node, int expression) {
    if (values == drafts.size()) {
      EntityDraft draft = drafts.get(at);
      if (draft != null) {
        draft.initializer(expression);
      }
      return;
    }
    for (int i = 0; values == 1 && i < drafts.size(); i++) {
      EntityDraft draft = drafts.get(i);
      if (draft != null) {
        draft.initializer(code.expressions().result(node, expression, i));
      }
    }
  }

  private EntityDraft entity(EntityKind kind, int nameNode, int spec, String type, int value) {
    if (!syntax.is(value, GoNode.FUNC_LITERAL)) {
      return context.declare(kind, nameNode, spec, 0).declaredType(type);
    }
    EntityDraft draft = context.declare(EntityKind.FUNCTION, nameNode, spec, 0);
    GoCallables.describe(types, syntax, draft, value);
    int body = syntax.field(value, GoSyntax.BODY);
    int start = syntax.start(spec);
    int end = body < 0 ? syntax.end(value) : syntax.start(body);
    return draft.signature(
        "var " + new String(syntax.source(), start, end - start, StandardCharsets.UTF_8));
  }

  /** The type of this file that {@code (*T)(nil)}, {@code &T{}} or {@code T{}} is a value of. */
  private String implementer(int value) {
    int node = syntax.unparenthesized(value);
    if (syntax.is(node, GoNode.CALL_EXPRESSION)) {
      node = syntax.unparenthesized(syntax.field(node, GoSyntax.FUNCTION));
    }
    if (syntax.is(node, GoNode.UNARY_EXPRESSION)) {
      node = syntax.field(node, GoSyntax.OPERAND);
    }
    if (syntax.is(node, GoNode.COMPOSITE_LITERAL)) {
      node = syntax.field(node, GoSyntax.TYPE);
    }
    return syntax.is(node, GoNode.IDENTIFIER) || syntax.is(node, GoNode.TYPE_IDENTIFIER)
        ? syntax.text(node)
        : "";
  }

  /** A blank variable of an interface type that only says that a type implements it. */
  private void implementation(EntityDraft type, int interfaceNode, int value) {
    type.supertype(types.text(interfaceNode), SupertypeRelation.IMPLEMENTS);
    context.inEntity(type.index(), () -> types.references(interfaceNode, Role.IMPLEMENT));
    code.expressions().value(value, false);
  }
}
