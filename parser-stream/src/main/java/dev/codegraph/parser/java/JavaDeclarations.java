package dev.codegraph.parser.java;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.FactsBuilder;
import dev.codegraph.parser.WhiteSpace;
import dev.codegraph.parser.syntax.SyntaxTree;
import dev.codegraph.parser.walk.DocumentationComments;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.EntityFlag;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.Modifier;
import dev.codegraph.schemas.Parameter;
import dev.codegraph.schemas.Role;
import dev.codegraph.schemas.SupertypeRelation;
import java.util.List;

/** Packages, imports, types and their members. */
final class JavaDeclarations {
  /** Blocks, and since Java 23 lines in Markdown. */
  private static final DocumentationComments DOCUMENTATION =
      new DocumentationComments(List.of("///"), "/**");

  private final JavaContext context;
  private final SyntaxTree tree;
  private final FactsBuilder facts;
  private final JavaCode code;
  private final JavaTypes types;
  private final JavaRecovery recovery;

  JavaDeclarations(JavaContext context) {
    this.context = context;
    this.tree = context.tree();
    this.facts = context.facts();
    this.code = new JavaCode(context, this);
    this.types = code.types();
    this.recovery = new JavaRecovery(context, this, code);
  }

  /** Walks the whole content. */
  void file() {
    context.push(tree.source().length);
    if (tree.isError(tree.root())) {
      recovery.error(tree.root(), 0);
    } else {
      for (int c = tree.firstChild(tree.root()); c >= 0; c = tree.nextSibling(c)) {
        topLevel(c);
      }
    }
    context.pop();
    code.writeArguments();
  }

  /** Walks what stands outside of any type. */
  void topLevel(int node) {
    switch (context.kind(node)) {
      case ERROR -> recovery.error(node, 0);
      case PACKAGE_DECLARATION -> packageDeclaration(node);
      case IMPORT_DECLARATION -> importDeclaration(node);
      case MODULE_DECLARATION -> module(node);
      case METHOD_DECLARATION -> method(node, 0, false);
      // Outside of a class there are fields, whatever the grammar calls them.
      case FIELD_DECLARATION, LOCAL_VARIABLE_DECLARATION -> field(node, 0, false);
      default -> {
        if (tree.isNamed(node)) {
          code.visit(node, 0);
        }
      }
    }
  }

  private void packageDeclaration(int node) {
    for (int c = tree.firstChild(node); c >= 0; c = tree.nextSibling(c)) {
      if (context.is(c, JavaNode.SCOPED_IDENTIFIER) || context.is(c, JavaNode.IDENTIFIER)) {
        facts.packageName(dotted(c));
      } else if (tree.isNamed(c)) {
        code.visit(c, 0);
      }
    }
  }

  private String dotted(int node) {
    return context.normal(node).replace(" ", "");
  }

  private void module(int node) {
    int name = context.child(node, JavaContext.NAME);
    if (name >= 0) {
      int module = facts.entity(EntityKind.MODULE, dotted(name), name, node, 0).index();
      int body = context.child(node, JavaContext.BODY);
      for (int c = body < 0 ? -1 : tree.firstChild(body); c >= 0; c = tree.nextSibling(c)) {
        switch (context.kind(c)) {
          case USES_MODULE_DIRECTIVE, PROVIDES_MODULE_DIRECTIVE -> services(c, module);
          default -> {
            // About packages and modules, not about types.
          }
        }
      }
    }
  }

  /** The types that a directive names. */
  private void services(int directive, int module) {
    for (int c = tree.firstChild(directive); c >= 0; c = tree.nextSibling(c)) {
      if (context.is(c, JavaNode.IDENTIFIER) || context.is(c, JavaNode.SCOPED_IDENTIFIER)) {
        types.references(c, module, Role.TYPE);
      }
    }
  }

  private void importDeclaration(int node) {
    boolean isStatic = false;
    boolean isWildcard = false;
    int name = -1;
    int star = -1;
    for (int c = tree.firstChild(node); c >= 0; c = tree.nextSibling(c)) {
      if (tree.textEquals(c, "static")) {
        isStatic = true;
      } else if (context.is(c, JavaNode.SCOPED_IDENTIFIER) || context.is(c, JavaNode.IDENTIFIER)) {
        name = c;
      } else if (tree.textEquals(c, "*")) {
        isWildcard = true;
        star = c;
      }
    }
    if (name < 0 || tree.isMissing(types.lastName(name))) {
      return;
    }
    if (context.normal(name).startsWith("module ")) {
      String module = dotted(name).substring("module".length());
      facts.importAt(
          module, "*", "", false, false, false, 0, 0, tree.startByte(types.lastName(name)));
      return;
    }
    String whole = dotted(name);
    code.routes().imported(whole);
    if (isWildcard) {
      facts.importAt(
          whole, "*", "", isStatic, false, false, 0, 0, tree.startByte(star < 0 ? name : star));
    } else {
      int dot = whole.lastIndexOf('.');
      facts.importAt(
          dot < 0 ? "" : whole.substring(0, dot),
          whole.substring(dot + 1),
          "",
          isStatic,
          false,
          false,
          0,
          0,
          tree.startByte(types.lastName(name)));
    }
  }

  /** A type declared inside code. */
  void localType(int node, int owner) {
    type(node, owner, false);
  }

  private void type(int node, int parent, boolean inInterface) {
    int name = context.child(node, JavaContext.NAME);
    if (name < 0) {
      code.children(node, parent);
      return;
    }
    EntityKind kind =
        switch (context.kind(node)) {
          case INTERFACE_DECLARATION -> EntityKind.INTERFACE;
          case ENUM_DECLARATION -> EntityKind.ENUM;
          case RECORD_DECLARATION -> EntityKind.RECORD;
          case ANNOTATION_TYPE_DECLARATION -> EntityKind.ANNOTATION;
          default -> EntityKind.CLASS;
        };
    EntityDraft type = facts.entity(kind, context.text(name), name, node, parent);
    int body = context.child(node, JavaContext.BODY);
    describe(type, node, body);
    if (inInterface) {
      type.modifier(Modifier.PUBLIC).modifier(Modifier.STATIC);
    }
    context.push(tree.endByte(node));
    modifiers(type, node, inInterface);
    typeParameters(type, node);
    supertypes(type, node);
    if (kind == EntityKind.RECORD) {
      components(type, context.child(node, JavaContext.PARAMETERS));
    }
    body(type, body);
    context.pop();
  }

  /** A class without a name, made where it is declared. */
  void anonymous(int node, int typeNode, int body, int owner) {
    EntityDraft type =
        facts.entity(
            EntityKind.CLASS,
            "<anonymous>",
            tree.startByte(typeNode < 0 ? body : typeNode),
            tree.startByte(node),
            tree.endByte(node),
            owner);
    type.signature("new " + context.normal(typeNode) + "() {}");
    if (typeNode >= 0) {
      base(type, typeNode);
      type.supertype(bare(typeNode), SupertypeRelation.EXTENDS);
    }
    context.push(tree.endByte(node));
    body(type, body);
    context.pop();
  }

  private void describe(EntityDraft draft, int node, int body) {
    int start = tree.startByte(node);
    int modifiers = context.child(node, JavaNode.MODIFIERS);
    if (modifiers >= 0) {
      // Annotations before the declaration are no part of its signature.
      for (int c = tree.firstChild(modifiers); c >= 0; c = tree.nextSibling(c)) {
        if (!context.is(c, JavaNode.ANNOTATION) && !context.is(c, JavaNode.MARKER_ANNOTATION)) {
          break;
        }
        start = tree.endByte(c);
      }
    }
    int end = body >= 0 ? tree.startByte(body) : tree.endByte(node);
    byte[] source = tree.source();
    while (end > start && (source[end - 1] == ';' || WhiteSpace.is(source[end - 1]))) {
      end--;
    }
    draft.signature(
        new String(
            source, start, Math.max(0, end - start), java.nio.charset.StandardCharsets.UTF_8));
    draft.documentation(DOCUMENTATION.above(tree.source(), tree.startByte(node)));
  }

  private void modifiers(EntityDraft draft, int node, boolean inInterface) {
    modifiers(draft, node, inInterface, true);
  }

  /**
   * Sets the modifiers of a declaration.
   *
   * @param isFirst Whether its annotations are references of this one, of several names.
   */
  private void modifiers(EntityDraft draft, int node, boolean inInterface, boolean isFirst) {
    int modifiers = context.child(node, JavaNode.MODIFIERS);
    boolean hasVisibility = false;
    for (int c = modifiers < 0 ? -1 : tree.firstChild(modifiers); c >= 0; c = tree.nextSibling(c)) {
      if (tree.isNamed(c)) {
        if (isFirst && isAnnotation(c)) {
          code.annotation(c, draft.index());
        }
        if (isAnnotation(c)) {
          annotation(draft, c);
        }
        continue;
      }
      switch (context.text(c)) {
        case "public" -> {
          draft.modifier(Modifier.PUBLIC);
          hasVisibility = true;
        }
        case "protected" -> {
          draft.modifier(Modifier.PROTECTED);
          hasVisibility = true;
        }
        case "private" -> {
          draft.modifier(Modifier.PRIVATE);
          hasVisibility = true;
        }
        case "static" -> draft.modifier(Modifier.STATIC);
        case "abstract" -> draft.modifier(Modifier.ABSTRACT);
        case "final" -> draft.modifier(Modifier.FINAL);
        case "default" -> draft.modifier(Modifier.DEFAULT);
        case "synchronized" -> draft.modifier(Modifier.SYNCHRONIZED);
        case "native" -> draft.modifier(Modifier.NATIVE);
        case "transient" -> draft.modifier(Modifier.TRANSIENT);
        case "volatile" -> draft.modifier(Modifier.VOLATILE);
        case "sealed" -> draft.modifier(Modifier.SEALED);
        default -> {
          // strictfp and non-sealed change nothing that is asked.
        }
      }
    }
    if (!hasVisibility) {
      draft.modifier(inInterface ? Modifier.PUBLIC : Modifier.INTERNAL);
    }
  }

  private void annotation(EntityDraft draft, int node) {
    String name = context.text(types.lastName(Math.max(0, context.child(node, JavaContext.NAME))));
    switch (name) {
      case "Test", "ParameterizedTest", "RepeatedTest", "TestFactory", "TestTemplate" ->
          draft.flag(EntityFlag.TEST);
      case "Benchmark" -> draft.flag(EntityFlag.BENCHMARK);
      case "Deprecated" -> draft.flag(EntityFlag.DEPRECATED);
      case "Generated" -> draft.flag(EntityFlag.GENERATED);
      case "Override" -> draft.modifier(Modifier.OVERRIDE);
      default -> {
        // Others judge nothing.
      }
    }
  }

  private void typeParameters(EntityDraft draft, int node) {
    int parameters = context.child(node, JavaNode.TYPE_PARAMETERS);
    for (int c = parameters < 0 ? -1 : tree.firstChild(parameters);
        c >= 0;
        c = tree.nextSibling(c)) {
      if (context.is(c, JavaNode.TYPE_PARAMETER)) {
        int name = types.lastName(c);
        int bound = context.child(c, JavaNode.TYPE_BOUND);
        String text = context.text(name);
        draft.typeParameter(bound < 0 ? text : text + " " + context.normal(bound));
        context.typeParameter(text);
        annotations(c, draft.index());
      }
    }
    for (int c = parameters < 0 ? -1 : tree.firstChild(parameters);
        c >= 0;
        c = tree.nextSibling(c)) {
      int bound =
          context.is(c, JavaNode.TYPE_PARAMETER) ? context.child(c, JavaNode.TYPE_BOUND) : -1;
      types.references(bound, draft.index(), Role.TYPE);
    }
  }

  private void supertypes(EntityDraft draft, int node) {
    for (int c = tree.firstChild(node); c >= 0; c = tree.nextSibling(c)) {
      switch (context.kind(c)) {
        case SUPERCLASS, EXTENDS_INTERFACES ->
            bases(draft, c, Role.EXTEND, SupertypeRelation.EXTENDS);
        case SUPER_INTERFACES -> bases(draft, c, Role.IMPLEMENT, SupertypeRelation.IMPLEMENTS);
        case PERMITS -> types.references(c, draft.index(), Role.TYPE);
        default -> {
          // Not about bases.
        }
      }
    }
  }

  private void bases(EntityDraft draft, int node, Role role, SupertypeRelation relation) {
    for (int c = tree.firstChild(node); c >= 0; c = tree.nextSibling(c)) {
      if (context.is(c, JavaNode.TYPE_LIST)) {
        bases(draft, c, role, relation);
      } else if (tree.isNamed(c)) {
        base(draft, c);
        draft.supertype(bare(c), relation);
        types.references(c, draft.index(), role);
      }
    }
  }

  /**
   * Keeps the type arguments of a base, which the supertypes leave out, in the attribute {@code
   * base:<entity>:<place>}.
   */
  private void base(EntityDraft draft, int node) {
    String written = context.normal(node);
    if (written.indexOf('<') >= 0) {
      facts.attribute("base:" + draft.index() + ":" + draft.supertypeCount(), written);
    }
  }

  /** A type without its arguments and annotations, dotted when qualified. */
  private String bare(int node) {
    String text = context.normal(node);
    StringBuilder bare = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char ch = text.charAt(i);
      if (ch == '<') {
        depth++;
      } else if (ch == '>') {
        depth--;
      } else if (depth == 0 && ch != ' ') {
        bare.append(ch);
      }
    }
    return bare.toString();
  }

  private void components(EntityDraft record, int parameters) {
    for (int c = parameters < 0 ? -1 : tree.firstChild(parameters);
        c >= 0;
        c = tree.nextSibling(c)) {
      boolean isVariadic = context.is(c, JavaNode.SPREAD_PARAMETER);
      String name = parameterName(c);
      if ((isVariadic || context.is(c, JavaNode.FORMAL_PARAMETER)) && !name.isEmpty()) {
        int declarator = isVariadic ? context.child(c, JavaNode.VARIABLE_DECLARATOR) : c;
        EntityDraft component =
            facts.entity(
                EntityKind.FIELD,
                name,
                context.child(declarator, JavaContext.NAME),
                c,
                record.index());
        component.signature(context.normal(c)).declaredType(parameterType(c));
        component.modifier(Modifier.PRIVATE).modifier(Modifier.FINAL);
        annotations(c, component.index());
        types.references(typeOf(c), component.index(), Role.TYPE);
        record.parameter(new Parameter(name, parameterType(c), false, isVariadic));
        context.member(name);
      }
    }
  }

  private boolean isAnnotation(int node) {
    return context.is(node, JavaNode.ANNOTATION) || context.is(node, JavaNode.MARKER_ANNOTATION);
  }

  /** The annotations of a parameter. */
  private void annotations(int parameter, int owner) {
    for (int c = tree.firstChild(parameter); c >= 0; c = tree.nextSibling(c)) {
      switch (context.kind(c)) {
        case MODIFIERS, ANNOTATION, MARKER_ANNOTATION -> code.visit(c, owner);
        default -> {
          // The type and the name.
        }
      }
    }
  }

  private void body(EntityDraft type, int body) {
    if (body < 0) {
      return;
    }
    boolean inInterface =
        type.kind() == EntityKind.INTERFACE || type.kind() == EntityKind.ANNOTATION;
    announceFields(body);
    members(type, body, inInterface);
  }

  /** Field names hide locals of enclosing code, wherever in the body they stand. */
  private void announceFields(int body) {
    for (int c = tree.firstChild(body); c >= 0; c = tree.nextSibling(c)) {
      switch (context.kind(c)) {
        case FIELD_DECLARATION, CONSTANT_DECLARATION -> {
          for (int d = tree.firstChild(c); d >= 0; d = tree.nextSibling(d)) {
            if (context.is(d, JavaNode.VARIABLE_DECLARATOR)) {
              context.member(context.text(context.child(d, JavaContext.NAME)));
            }
          }
        }
        case ENUM_CONSTANT -> context.member(context.text(context.child(c, JavaContext.NAME)));
        case ENUM_BODY_DECLARATIONS -> announceFields(c);
        default -> {
          // No field.
        }
      }
    }
  }

  private void members(EntityDraft type, int body, boolean inInterface) {
    for (int c = tree.firstChild(body); c >= 0; c = tree.nextSibling(c)) {
      member(type, c, inInterface);
    }
  }

  /** Walks what stands in the body of a type. */
  void member(EntityDraft type, int c, boolean inInterface) {
    switch (context.kind(c)) {
      case ERROR -> recovery.error(c, type.index());
      case FIELD_DECLARATION, CONSTANT_DECLARATION -> field(c, type.index(), inInterface);
      case METHOD_DECLARATION, ANNOTATION_TYPE_ELEMENT_DECLARATION ->
          method(c, type.index(), inInterface);
      case CONSTRUCTOR_DECLARATION, COMPACT_CONSTRUCTOR_DECLARATION -> constructor(c, type);
      case CLASS_DECLARATION,
          INTERFACE_DECLARATION,
          ENUM_DECLARATION,
          RECORD_DECLARATION,
          ANNOTATION_TYPE_DECLARATION ->
          type(c, type.index(), inInterface);
      case ENUM_CONSTANT -> enumConstant(c, type);
      case ENUM_BODY_DECLARATIONS -> members(type, c, false);
      default -> {
        if (tree.isNamed(c)) {
          code.visit(c, type.index());
        }
      }
    }
  }

  private void enumConstant(int node, EntityDraft type) {
    int name = context.child(node, JavaContext.NAME);
    if (name < 0) {
      return;
    }
    EntityDraft constant =
        facts.entity(EntityKind.ENUM_MEMBER, context.text(name), name, node, type.index());
    constant.signature(context.text(name)).declaredType(type.name());
    constant.documentation(DOCUMENTATION.above(tree.source(), tree.startByte(node)));
    constant.modifier(Modifier.PUBLIC).modifier(Modifier.STATIC).modifier(Modifier.FINAL);
    int modifiers = context.child(node, JavaNode.MODIFIERS);
    if (modifiers >= 0) {
      code.visit(modifiers, constant.index());
    }
    code.visit(context.child(node, JavaContext.ARGUMENTS), constant.index());
    int body = context.child(node, JavaContext.BODY);
    if (body >= 0) {
      context.push(tree.endByte(node));
      body(constant, body);
      context.pop();
    }
  }

  private void field(int node, int parent, boolean inInterface) {
    int type = context.child(node, JavaContext.TYPE);
    boolean isFirst = true;
    for (int c = tree.firstChild(node); c >= 0; c = tree.nextSibling(c)) {
      if (!context.is(c, JavaNode.VARIABLE_DECLARATOR)) {
        continue;
      }
      int name = context.child(c, JavaContext.NAME);
      if (name < 0) {
        continue;
      }
      EntityDraft field = facts.entity(EntityKind.FIELD, context.text(name), name, node, parent);
      int value = context.child(c, JavaContext.VALUE);
      describe(field, node, isFirst && value >= 0 ? value : -1);
      String written = code.typeText(type) + code.dimensions(c);
      field.signature(written + " " + context.text(name));
      field.declaredType(written);
      modifiers(field, node, inInterface, isFirst);
      if (isFirst) {
        types.references(type, field.index(), Role.TYPE);
        isFirst = false;
      }
      if (inInterface) {
        field.modifier(Modifier.PUBLIC).modifier(Modifier.STATIC).modifier(Modifier.FINAL);
      }
      if (field.has(Modifier.STATIC) && field.has(Modifier.FINAL)) {
        field.kind(EntityKind.CONSTANT);
      }
      if (value >= 0) {
        code.visit(value, field.index());
      }
    }
  }

  private void method(int node, int parent, boolean inInterface) {
    int name = context.child(node, JavaContext.NAME);
    if (name < 0 || JavaContext.isKeyword(context.text(name))) {
      code.children(node, parent);
      return;
    }
    EntityDraft method = facts.entity(EntityKind.METHOD, context.text(name), name, node, parent);
    int type = context.child(node, JavaContext.TYPE);
    method.declaredType(context.normal(type) + code.dimensions(node));
    code.routes().annotated(method, name, node);
    callable(method, node, type, inInterface);
    if (method.name().equals("main") && isLaunched(method, parent)) {
      method.flag(EntityFlag.ENTRY_POINT);
    }
  }

  /** Whether a program can start with it, since Java 25 without being public or static too. */
  private boolean isLaunched(EntityDraft main, int parent) {
    List<Parameter> parameters = main.parameters();
    return main.declaredType().equals("void")
        && !main.has(Modifier.PRIVATE)
        && !main.has(Modifier.ABSTRACT)
        && (main.has(Modifier.STATIC) || parent == 0 || parameters.isEmpty())
        && (parameters.isEmpty()
            || parameters.size() == 1 && parameters.getFirst().type().equals("String[]"));
  }

  private void constructor(int node, EntityDraft type) {
    int name = context.child(node, JavaContext.NAME);
    if (name < 0) {
      return;
    }
    EntityDraft constructor =
        facts.entity(EntityKind.CONSTRUCTOR, context.text(name), name, node, type.index());
    if (context.is(node, JavaNode.COMPACT_CONSTRUCTOR_DECLARATION)) {
      type.parameters().forEach(constructor::parameter);
      int body = context.child(node, JavaContext.BODY);
      describe(constructor, node, body);
      modifiers(constructor, node, false);
      context.push(tree.endByte(node));
      type.parameters()
          .forEach(
              p ->
                  context.bind(
                      p.name(),
                      BindingKind.PARAMETER,
                      constructor.index(),
                      tree.startByte(node),
                      p.type(),
                      -1));
      code.visit(body, constructor.index());
      context.pop();
      JavaComplexity.of(context, node, constructor);
    } else {
      callable(constructor, node, -1, false);
    }
  }

  private void callable(EntityDraft callable, int node, int type, boolean inInterface) {
    int body = context.child(node, JavaContext.BODY);
    describe(callable, node, body);
    modifiers(callable, node, inInterface);
    context.push(tree.endByte(node));
    typeParameters(callable, node);
    types.references(type, callable.index(), Role.TYPE);
    int parameters = context.child(node, JavaContext.PARAMETERS);
    for (int c = parameters < 0 ? -1 : tree.firstChild(parameters);
        c >= 0;
        c = tree.nextSibling(c)) {
      boolean isVariadic = context.is(c, JavaNode.SPREAD_PARAMETER);
      if (isVariadic || context.is(c, JavaNode.FORMAL_PARAMETER)) {
        callable.parameter(new Parameter(parameterName(c), parameterType(c), false, isVariadic));
      }
    }
    parameters(parameters, callable.index());
    for (int c = tree.firstChild(node); c >= 0; c = tree.nextSibling(c)) {
      if (tree.isNamed(c)
          && c != body
          && c != parameters
          && c != type
          && c != context.child(node, JavaContext.NAME)
          && !context.is(c, JavaNode.MODIFIERS)
          && !context.is(c, JavaNode.TYPE_PARAMETERS)) {
        code.visit(c, callable.index());
      }
    }
    code.visit(body, callable.index());
    context.pop();
    JavaComplexity.of(context, node, callable);
  }

  /** Binds parameters from where they stand to the end of the innermost scope. */
  void parameters(int parameters, int owner) {
    for (int c = parameters < 0 ? -1 : tree.firstChild(parameters);
        c >= 0;
        c = tree.nextSibling(c)) {
      if (!context.is(c, JavaNode.FORMAL_PARAMETER) && !context.is(c, JavaNode.SPREAD_PARAMETER)) {
        continue;
      }
      annotations(c, owner);
      types.references(typeOf(c), owner, Role.TYPE);
      String name = parameterName(c);
      if (!name.isEmpty()) {
        String type = parameterType(c);
        context.bind(
            name,
            BindingKind.PARAMETER,
            owner,
            tree.startByte(c),
            type.equals("var") ? "" : type,
            -1);
      }
    }
  }

  private int typeOf(int parameter) {
    int type = context.child(parameter, JavaContext.TYPE);
    if (type >= 0) {
      return type;
    }
    for (int c = tree.firstChild(parameter); c >= 0; c = tree.nextSibling(c)) {
      if (tree.isNamed(c)
          && !context.is(c, JavaNode.MODIFIERS)
          && !context.is(c, JavaNode.ANNOTATION)
          && !context.is(c, JavaNode.MARKER_ANNOTATION)
          && !tree.isExtra(c)
          && !context.is(c, JavaNode.VARIABLE_DECLARATOR)) {
        return c;
      }
    }
    return -1;
  }

  private String parameterName(int parameter) {
    int name = context.child(parameter, JavaContext.NAME);
    if (name < 0) {
      int declarator = context.child(parameter, JavaNode.VARIABLE_DECLARATOR);
      name = declarator < 0 ? -1 : context.child(declarator, JavaContext.NAME);
    }
    return context.text(name);
  }

  private String parameterType(int parameter) {
    String type = context.normal(typeOf(parameter)) + code.dimensions(parameter);
    return context.is(parameter, JavaNode.SPREAD_PARAMETER) ? type + "[]" : type;
  }
}
