package dev.codegraph.parser.golang;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.EntityFlag;
import dev.codegraph.schemas.EntityKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The declarations at the top level of a file. */
final class GoDeclarations {
  private final GoContext context;
  private final GoSyntax syntax;
  private final GoTypes types;
  private final GoCode code;
  private final GoValues values;
  private final GoComments comments;

  /** Specs of the types of the file by name, and their entities once these are there. */
  private final Map<String, Integer> typeSpecs = new HashMap<>();

  private final Map<Integer, EntityDraft> typeEntities = new HashMap<>();
  private String packageName = "";

  GoDeclarations(GoContext context) {
    this.context = context;
    this.syntax = context.syntax();
    this.types = new GoTypes(context);
    this.code = new GoCode(context, types);
    this.values = new GoValues(context, types, code, this::entityOfType);
    this.comments = new GoComments(syntax.source(), context.facts());
  }

  void walk() {
    int root = syntax.root();
    for (int c = syntax.firstNamed(root); c >= 0; c = syntax.nextNamed(c)) {
      foresee(c);
    }
    for (int c = syntax.firstNamed(root); c >= 0; c = syntax.nextNamed(c)) {
      declaration(c);
    }
  }

  /** Imports and types are known before anything is walked: they may stand below their uses. */
  private void foresee(int node) {
    switch (syntax.kind(node)) {
      case PACKAGE_CLAUSE -> packageClause(node);
      case IMPORT_DECLARATION, IMPORT_SPEC_LIST, TYPE_DECLARATION, ERROR -> {
        for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
          foresee(c);
        }
      }
      case IMPORT_SPEC -> importSpec(node);
      case TYPE_SPEC, TYPE_ALIAS -> {
        int name = syntax.field(node, GoSyntax.NAME);
        if (name >= 0) {
          typeSpecs.putIfAbsent(syntax.text(name), node);
          context.addTypeOfFile(syntax.text(name), syntax.field(node, GoSyntax.TYPE));
        }
      }
      default -> {}
    }
  }

  private void declaration(int node) {
    switch (syntax.kind(node)) {
      case FUNCTION_DECLARATION -> function(node);
      case METHOD_DECLARATION -> method(node);
      case CONST_DECLARATION -> values.constants(node);
      case VAR_SPEC -> values.variable(node);
      case VAR_DECLARATION, VAR_SPEC_LIST, TYPE_DECLARATION, ERROR -> {
        for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
          declaration(c);
        }
      }
      case TYPE_SPEC, TYPE_ALIAS -> type(node);
      case PACKAGE_CLAUSE, IMPORT_DECLARATION, IMPORT_SPEC, IMPORT_SPEC_LIST, IDENTIFIER -> {}
      default -> code.statement(node);
    }
  }

  private void packageClause(int node) {
    int name = syntax.firstNamed(node);
    if (name < 0 || !packageName.isEmpty()) {
      return;
    }
    packageName = syntax.text(name);
    context.facts().packageName(packageName);
    context.facts().file().documentation(comments.above(syntax.start(node)));
    List<String> plus = new ArrayList<>();
    for (String line : comments.header(syntax.start(node))) {
      if (line.startsWith("// Code generated ") && line.endsWith(" DO NOT EDIT.")) {
        context.facts().file().flag(EntityFlag.GENERATED);
      } else if (line.startsWith("//go:build ")) {
        context.facts().attribute(GoIndexer.BUILD, line.substring(11).strip());
        plus.clear();
        return;
      } else if (line.startsWith("// +build ")) {
        plus.add(line.substring(10).strip());
      }
    }
    if (!plus.isEmpty()) {
      context.facts().attribute(GoIndexer.BUILD, "+build " + String.join("; ", plus));
    }
  }

  private void importSpec(int node) {
    int pathNode = syntax.field(node, GoSyntax.PATH);
    String quoted = pathNode < 0 ? "" : syntax.text(pathNode);
    if (quoted.length() < 3) {
      return;
    }
    String path = quoted.substring(1, quoted.length() - 1);
    int nameNode = syntax.field(node, GoSyntax.NAME);
    String alias = nameNode < 0 ? "" : syntax.text(nameNode);
    int start = syntax.start(pathNode) + 1;
    context.facts().importAt(path, "", alias, false, false, false, 0, 0, start);
    code.expressions().routes().imported(path);
    context.addImportName(alias.isEmpty() ? GoImportNames.usual(path) : alias);
  }

  private void function(int node) {
    int name = syntax.field(node, GoSyntax.NAME);
    if (name < 0) {
      code.parts(node);
      return;
    }
    EntityDraft draft = context.declare(EntityKind.FUNCTION, name, node, 0);
    GoCallables.describe(types, syntax, draft, node);
    context.inCallable(
        draft.index(),
        node,
        () -> {
          types.parameters(draft, node);
          code.callable(node);
        });
    List<String> parameterTypes = new ArrayList<>();
    for (GoParameters.Parameter parameter :
        GoParameters.of(syntax, syntax.field(node, GoSyntax.PARAMETERS))) {
      parameterTypes.add(types.text(parameter.type()));
    }
    GoCallables.flagByName(draft, packageName, parameterTypes);
  }

  private void method(int node) {
    int name = syntax.field(node, GoSyntax.NAME);
    int list = syntax.field(node, GoSyntax.RECEIVER);
    int receiver = list < 0 ? -1 : syntax.firstNamed(list);
    int type = receiver < 0 ? -1 : syntax.field(receiver, GoSyntax.TYPE);
    if (name < 0 || type < 0) {
      code.parts(node);
      return;
    }
    int named = receiverName(type);
    EntityDraft parent = entityOfType(syntax.text(named));
    EntityDraft draft =
        context.declare(EntityKind.METHOD, name, node, parent == null ? 0 : parent.index());
    GoCallables.describe(types, syntax, draft, node);
    context.inCallable(
        draft.index(),
        node,
        () -> {
          receiverParameters(receiver, named);
          types.references(type);
          code.callable(node, from -> bindReceiver(receiver, type, from));
        });
  }

  /** The node of the name of a receiver's type. */
  private int receiverName(int type) {
    int node = type;
    while (true) {
      int inner =
          switch (syntax.kind(node)) {
            case POINTER_TYPE, PARENTHESIZED_TYPE -> syntax.firstNamed(node);
            case GENERIC_TYPE -> syntax.field(node, GoSyntax.TYPE);
            default -> -1;
          };
      if (inner < 0) {
        return node;
      }
      node = inner;
    }
  }

  /** Binds the type parameters that a receiver names. */
  private void receiverParameters(int receiver, int named) {
    int generic = syntax.parent(named);
    if (syntax.is(generic, GoNode.GENERIC_TYPE)) {
      int arguments = syntax.field(generic, GoSyntax.TYPE_ARGUMENTS);
      for (int c = arguments < 0 ? -1 : syntax.firstNamed(arguments);
          c >= 0;
          c = syntax.nextNamed(c)) {
        context.bindTypeParameter(syntax.text(c), syntax.start(receiver), "");
      }
    }
  }

  /** A receiver without a name is a binding all the same: it says what the method belongs to. */
  private void bindReceiver(int receiver, int type, int from) {
    int nameNode = syntax.field(receiver, GoSyntax.NAME);
    String name = nameNode < 0 ? "" : syntax.text(nameNode);
    if (!name.isEmpty() && !name.equals("_")) {
      context.bind(name, BindingKind.RECEIVER, from, types.text(type), -1);
    } else {
      context
          .facts()
          .binding("", BindingKind.RECEIVER, context.owner(), from, from, types.text(type), -1);
    }
  }

  /** The entity of a type of this file, made as soon as one of its methods needs it. */
  private @Nullable EntityDraft entityOfType(String name) {
    Integer spec = typeSpecs.get(name);
    return spec == null ? null : entityOf(spec);
  }

  private EntityDraft entityOf(int spec) {
    EntityDraft known = typeEntities.get(spec);
    if (known == null) {
      int name = syntax.field(spec, GoSyntax.NAME);
      known = types.entity(spec, name, 0);
      typeEntities.put(spec, known);
    }
    return known;
  }

  private void type(int spec) {
    if (syntax.field(spec, GoSyntax.NAME) >= 0) {
      EntityDraft draft = entityOf(spec);
      context.inBody(draft.index(), spec, () -> types.define(draft, spec));
    }
  }
}
