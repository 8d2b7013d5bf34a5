package dev.codegraph.parser.kotlin;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.walk.LexicalScope;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.parser.walk.WalkContext;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.Modifier;
import dev.codegraph.schemas.Parameter;

/** The declarations of a file, of a class, and those that stand in code. */
final class KotlinDeclarations {
  private final KotlinContext context;
  private final Syntax<KotlinNode> syntax;
  private final WalkContext walk;
  private final KotlinTypes types;
  private final KotlinCode code;
  private final KotlinModifiers modifiers;
  private final KotlinFunctions functions;
  private final KotlinClasses classes;
  private final KotlinProperties properties;

  KotlinDeclarations(KotlinContext context) {
    this.context = context;
    this.syntax = context.syntax();
    this.walk = context.walk();
    this.types = new KotlinTypes(context);
    this.code = new KotlinCode(context, types, this);
    this.modifiers = new KotlinModifiers(context, types, code.expressions());
    this.functions = new KotlinFunctions(context, types, code, modifiers);
    this.classes = new KotlinClasses(context, types, code, this);
    this.properties = new KotlinProperties(context, types, code, this);
  }

  KotlinModifiers modifiers() {
    return modifiers;
  }

  KotlinFunctions functions() {
    return functions;
  }

  KotlinClasses classes() {
    return classes;
  }

  /** Walks the whole file. */
  void file() {
    int root = syntax.tree().root();
    if (syntax.is(root, KotlinNode.ERROR)) {
      broken(root);
      return;
    }
    for (int c = syntax.firstPart(root); c >= 0; c = syntax.nextPart(c)) {
      member(c);
    }
  }

  /** Walks the members of a class body. */
  void members(int body) {
    for (int c = syntax.firstPart(body); c >= 0; c = syntax.nextPart(c)) {
      member(c);
    }
  }

  /** Walks a declaration of the file or of a class. */
  void member(int node) {
    switch (syntax.kind(node)) {
      case FILE_ANNOTATION -> modifiers.references(node);
      case PACKAGE_HEADER ->
          context.facts().packageName(path(syntax.child(node, KotlinNode.IDENTIFIER)));
      case IMPORT_LIST -> members(node);
      case IMPORT_HEADER -> importHeader(node);
      case CLASS_DECLARATION -> classes.declared(node);
      case OBJECT_DECLARATION -> classes.object(node);
      case COMPANION_OBJECT -> classes.companion(node);
      case ENUM_ENTRY -> classes.entry(node);
      case SECONDARY_CONSTRUCTOR -> classes.secondary(node);
      case ANONYMOUS_INITIALIZER -> classes.initializer(syntax.end(node), () -> code.parts(node));
      case FUNCTION_DECLARATION -> functions.function(node, callableKind());
      case PROPERTY_DECLARATION -> properties.property(node);
      case GETTER, SETTER -> properties.stray(node);
      case TYPE_ALIAS -> alias(node);
      case ERROR -> broken(node);
      default -> code.statement(node);
    }
  }

  private EntityKind callableKind() {
    EntityKind owner = context.facts().entity(walk.owner()).kind();
    return owner.isType() || owner == EntityKind.ENUM_MEMBER
        ? EntityKind.METHOD
        : EntityKind.FUNCTION;
  }

  /** A declaration in code. */
  void local(int node) {
    switch (syntax.kind(node)) {
      case FUNCTION_DECLARATION -> {
        int name = functions.parts(node).name();
        if (name >= 0) {
          walk.scope().bind(context.name(name), LexicalScope.Meaning.LOCAL_FUNCTION);
        }
        functions.function(node, EntityKind.FUNCTION);
      }
      case CLASS_DECLARATION, OBJECT_DECLARATION, TYPE_ALIAS -> {
        int name = syntax.child(node, KotlinNode.TYPE_IDENTIFIER);
        if (name >= 0 && walk.owner() > 0) {
          walk.bindLocalType(context.name(name), syntax.start(name));
        }
        member(node);
      }
      default -> code.statement(node);
    }
  }

  private void importHeader(int node) {
    int path = syntax.child(node, KotlinNode.IDENTIFIER);
    int last = -1;
    for (int c = syntax.firstNamed(path); c >= 0; c = syntax.nextNamed(c)) {
      last = c;
    }
    if (last < 0) {
      return;
    }
    String whole = path(path);
    if (whole.contains("..") || syntax.child(path, KotlinNode.ERROR) >= 0) {
      return;
    }
    int wildcard = syntax.child(node, KotlinNode.WILDCARD_IMPORT);
    int alias = syntax.child(node, KotlinNode.IMPORT_ALIAS);
    String name = wildcard >= 0 ? "*" : context.name(last);
    String module =
        wildcard >= 0
            ? whole
            : whole.substring(0, Math.max(0, whole.length() - context.name(last).length() - 1));
    String as = context.name(syntax.child(alias, KotlinNode.TYPE_IDENTIFIER));
    int start = syntax.start(wildcard >= 0 ? wildcard : last);
    context.facts().importAt(module, name, as, false, false, false, 0, walk.owner(), start);
    code.routes().imported(whole);
  }

  private String path(int identifier) {
    StringBuilder path = new StringBuilder();
    for (int c = syntax.firstNamed(identifier); c >= 0; c = syntax.nextNamed(c)) {
      path.append(path.isEmpty() ? "" : ".").append(context.name(c));
    }
    return path.toString();
  }

  private void alias(int node) {
    int name = syntax.child(node, KotlinNode.TYPE_IDENTIFIER);
    if (context.name(name).isEmpty()) {
      code.parts(node);
      return;
    }
    int end = syntax.end(node);
    EntityDraft draft =
        context.declare(
            EntityKind.TYPE_ALIAS, context.name(name), syntax.start(name), node, end, end);
    modifiers.apply(draft, node);
    int type = context.type(syntax.nextSibling(name));
    draft.declaredType(types.text(type));
    walk.inBody(
        draft.index(),
        end,
        () -> {
          types.parameters(draft, syntax.child(node, KotlinNode.TYPE_PARAMETERS), -1);
          types.references(type);
        });
  }

  /** The entity of an object expression; gives the name of its first base. */
  String anonymous(int node) {
    return classes.anonymous(node);
  }

  /**
   * The entity of a function without a name that a variable or a property holds, its code walked.
   *
   * @param declaration Node of the whole declaration.
   * @param variable Node of name and type.
   */
  EntityDraft functionValue(EntityKind kind, int declaration, int variable, int value) {
    int nameNode = syntax.child(variable, KotlinNode.SIMPLE_IDENTIFIER);
    int nameStart = syntax.start(nameNode < 0 ? variable : nameNode);
    int end = syntax.end(declaration);
    EntityDraft draft =
        context.declare(
            kind,
            context.name(nameNode),
            nameStart,
            declaration,
            end,
            context.startOfToken(declaration, "="));
    boolean isLambda = syntax.is(value, KotlinNode.LAMBDA_LITERAL);
    if (isLambda) {
      KotlinLambdas lambdas = code.expressions().lambdas();
      for (int parameter : lambdas.parameters(value)) {
        String name = context.name(syntax.child(parameter, KotlinNode.SIMPLE_IDENTIFIER));
        draft.parameter(new Parameter(name, lambdas.type(parameter), false, false));
      }
    } else {
      KotlinFunctions.Parts parts = functions.parts(value);
      functions.parameters(draft, parts.parameters());
      draft.declaredType(types.text(parts.result()));
    }
    walk.inCallable(draft.index(), end, () -> code.expressions().function(value));
    return draft;
  }

  /** A class whose word and name the grammar took for a call: what follows is its body, or not. */
  void mistakenClass(int node) {
    int word = syntax.firstNamed(node);
    int name = syntax.nextNamed(word);
    int next = syntax.nextPart(name);
    boolean hasBody = syntax.is(next, KotlinNode.LAMBDA_LITERAL);
    int end = syntax.end(hasBody ? next : name);
    EntityDraft draft =
        context.declare(
            EntityKind.CLASS, context.name(name), syntax.start(name), word, end, syntax.end(name));
    draft.modifier(Modifier.PUBLIC);
    if (hasBody) {
      walk.inEntity(draft.index(), () -> members(syntax.child(next, KotlinNode.STATEMENTS)));
    } else if (next >= 0) {
      member(next);
    }
  }

  /** In code that the grammar could not place, declarations are known by their words. */
  void broken(int node) {
    int child = syntax.firstChild(node);
    while (child >= 0) {
      child = salvage(child);
    }
  }

  /** Walks children of broken code up to the brace that closes what they stand in. */
  private int salvage(int from) {
    int child = from;
    while (child >= 0) {
      int next = syntax.nextSibling(child);
      if (syntax.tree().isNamed(child)) {
        if (isWhole(child)) {
          member(child);
        }
      } else if (syntax.textEquals(child, "}")) {
        return next;
      } else if (syntax.textEquals(child, "{")) {
        next = next < 0 ? -1 : salvage(next);
      } else {
        if (syntax.textEquals(child, "companion") && syntax.textEquals(next, "object")) {
          int named = syntax.nextSibling(next);
          if (named < 0 || !isIdentifier(named)) {
            child = salvageCompanion(child, named);
            continue;
          }
        }
        EntityKind kind = kindOf(child);
        if (kind != null && next >= 0 && isIdentifier(next)) {
          next = salvageDeclaration(kind, child, next);
        }
      }
      child = next;
    }
    return -1;
  }

  /** In broken code a name alone says nothing, nor does a type. */
  private boolean isWhole(int node) {
    KotlinNode kind = syntax.kind(node);
    return switch (kind) {
      case SIMPLE_IDENTIFIER, TYPE_MODIFIERS, TYPE_ARGUMENTS, PARAMETER_MODIFIERS, OTHER -> false;
      case ERROR -> true;
      default -> !kind.isType() && !syntax.tree().isExtra(node);
    };
  }

  private @org.jspecify.annotations.Nullable EntityKind kindOf(int token) {
    return switch (syntax.text(token)) {
      case "class" -> EntityKind.CLASS;
      case "interface" -> EntityKind.INTERFACE;
      case "object" -> EntityKind.OBJECT;
      case "fun" -> EntityKind.FUNCTION;
      default -> null;
    };
  }

  private boolean isIdentifier(int node) {
    return syntax.is(node, KotlinNode.SIMPLE_IDENTIFIER)
        || syntax.is(node, KotlinNode.TYPE_IDENTIFIER);
  }

  /** The entity of a word and a name; gives the child to go on with. */
  private int salvageDeclaration(EntityKind word, int token, int name) {
    EntityKind kind = word == EntityKind.FUNCTION ? callableKind() : word;
    int next = syntax.nextSibling(name);
    boolean isCallable = kind.isCallable();
    boolean hasParameters = syntax.is(next, KotlinNode.FUNCTION_VALUE_PARAMETERS);
    if (isCallable && !hasParameters && !syntax.textEquals(next, "(")) {
      return next;
    }
    int end =
        isCallable ? syntax.end(hasParameters ? next : name) : syntax.end(syntax.parent(name));
    EntityDraft draft =
        context.declare(kind, context.name(name), syntax.start(name), token, end, syntax.end(name));
    if (isCallable) {
      draft.complexity(1, 0);
      functions.parameters(draft, hasParameters ? next : -1);
      return next;
    }
    int[] after = {-1};
    walk.inEntity(draft.index(), () -> after[0] = salvageBody(next));
    return after[0];
  }

  /** The entity of a companion without a name. */
  private int salvageCompanion(int word, int next) {
    int end = syntax.end(syntax.parent(word));
    int start = syntax.start(word);
    EntityDraft draft =
        context.declare(EntityKind.OBJECT, "Companion", start, word, end, syntax.end(word));
    int[] after = {-1};
    walk.inEntity(draft.index(), () -> after[0] = salvageBody(next));
    return after[0];
  }

  private int salvageBody(int from) {
    int child = from;
    while (child >= 0 && !syntax.textEquals(child, "{")) {
      child = syntax.nextSibling(child);
    }
    int next = child < 0 ? -1 : syntax.nextSibling(child);
    return next < 0 ? -1 : salvage(next);
  }
}
