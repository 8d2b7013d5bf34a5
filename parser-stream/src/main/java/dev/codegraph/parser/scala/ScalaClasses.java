package dev.codegraph.parser.scala;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.walk.LexicalScope;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.parser.walk.WalkContext;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.EntityFlag;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.Modifier;
import dev.codegraph.schemas.Parameter;
import dev.codegraph.schemas.Role;
import dev.codegraph.schemas.SupertypeRelation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** Classes, traits, enums and objects: their headers, their bases and their constructors. */
final class ScalaClasses {
  /** The last words of the names of base classes whose bodies are tests. */
  private static final Set<String> SUITES =
      Set.of(
          "FunSuite",
          "FlatSpec",
          "WordSpec",
          "FreeSpec",
          "FunSpec",
          "PropSpec",
          "FeatureSpec",
          "RefSpec",
          "Specification",
          "ScalaCheckSuite",
          "CatsEffectSuite",
          "DisciplineSuite",
          "ZSuite",
          "IOSuite",
          "SimpleIOSuite",
          "ZIOSpecDefault",
          "TestSuite");

  private final ScalaContext context;
  private final Syntax<ScalaNode> syntax;
  private final WalkContext walk;
  private final ScalaTypes types;
  private final ScalaCode code;
  private final ScalaDeclarations declarations;

  ScalaClasses(
      ScalaContext context, ScalaTypes types, ScalaCode code, ScalaDeclarations declarations) {
    this.context = context;
    this.syntax = context.syntax();
    this.walk = context.walk();
    this.types = types;
    this.code = code;
    this.declarations = declarations;
  }

  /** An object, a package object or a case object. */
  void object(int node) {
    EntityDraft draft = type(node, EntityKind.OBJECT);
    if (draft != null && isProgram(draft)) {
      draft.flag(EntityFlag.ENTRY_POINT);
    }
  }

  private static boolean isProgram(EntityDraft object) {
    return object.supertypes().stream()
        .anyMatch(base -> base.name().equals("App") || base.name().equals("scala.App"));
  }

  /** A class, a trait, an enum or an object; null for one without a name, in broken code. */
  @org.jspecify.annotations.Nullable
  EntityDraft type(int node, EntityKind kind) {
    int nameNode = context.nameOf(node);
    String name = context.name(nameNode);
    if (name.isEmpty()) {
      code.parts(node);
      return null;
    }
    int body = body(node);
    int error = body < 0 ? declarations.broken().body(node) : -1;
    EntityDraft draft =
        context.declare(
            kind,
            name,
            syntax.start(nameNode),
            node,
            body < 0 ? syntax.end(node) : syntax.start(body),
            error < 0 ? context.end(node) : declarations.broken().end(node, error));
    declarations.modifiers().apply(draft, node);
    if (kind == EntityKind.TRAIT) {
      draft.modifier(Modifier.ABSTRACT);
    }
    boolean fields = syntax.hasToken(node, "case");
    walk.inBody(
        draft.index(),
        draft.endByte(),
        () -> {
          header(draft, node, nameNode, fields);
          declarations.template(body, syntax.end(node));
          broken(node);
          if (error >= 0) {
            boolean outer = code.setInBlock(false);
            declarations.broken().members(node, error);
            code.setInBlock(outer);
          }
        });
    return draft;
  }

  private int body(int node) {
    int body = syntax.child(node, ScalaNode.TEMPLATE_BODY);
    return body < 0 ? syntax.child(node, ScalaNode.ENUM_BODY) : body;
  }

  private void broken(int node) {
    for (int c : syntax.children(node, ScalaNode.ERROR)) {
      declarations.broken(c);
    }
  }

  private void header(EntityDraft draft, int node, int nameNode, boolean fields) {
    int parameters = syntax.field(node, ScalaField.TYPE_PARAMETERS);
    types.parameters(draft, parameters);
    annotation(syntax.end(parameters < 0 ? nameNode : parameters));
    constructor(draft, node, nameNode, fields);
    for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
      switch (syntax.kind(c)) {
        case EXTENDS_CLAUSE -> bases(draft, c);
        case DERIVES_CLAUSE -> {
          for (int type : syntax.fields(c, ScalaField.TYPE)) {
            types.references(type);
          }
        }
        default -> {}
      }
    }
    int self = syntax.child(body(node), ScalaNode.SELF_TYPE);
    if (self >= 0) {
      self(self);
    }
  }

  private void self(int node) {
    int name = syntax.firstNamed(node);
    int type = types.type(syntax.firstChild(node));
    types.references(type);
    if (!context.name(name).isEmpty()) {
      walk.scope().bind(context.name(name), LexicalScope.Meaning.VALUE);
      context
          .facts()
          .binding(
              context.name(name),
              BindingKind.RECEIVER,
              walk.owner(),
              syntax.start(node),
              walk.scope().end(),
              types.text(type),
              -1);
    }
  }

  /** An annotation of the constructor, which the grammar may not have seen: see ScalaReadable. */
  private void annotation(int from) {
    byte[] source = syntax.source();
    int start = from;
    while (start < source.length && source[start] == ' ') {
      start++;
    }
    int end = start + 1;
    while (end < source.length && Character.isLetterOrDigit(source[end])) {
      end++;
    }
    if (end < source.length && source[start] == '@' && end > start + 1 && source[end] != '.') {
      String name = new String(source, start + 1, end - start - 1, StandardCharsets.US_ASCII);
      context.facts().referenceAt(Role.ANNOTATE, name, start + 1, walk.owner(), -1, -1);
    }
  }

  /** The primary constructor of a class, which its parameter lists make. */
  private void constructor(EntityDraft type, int node, int nameNode, boolean fields) {
    List<Integer> lists = syntax.children(node, ScalaNode.CLASS_PARAMETERS);
    if (!lists.isEmpty()) {
      int access = syntax.child(node, ScalaNode.ACCESS_MODIFIER);
      constructor(type, lists, access, syntax.start(nameNode), fields);
    }
  }

  /** The same in broken code, where only one parameter list is known. */
  void constructor(EntityDraft type, int list) {
    constructor(type, List.of(list), -1, syntax.start(list), false);
  }

  private void constructor(
      EntityDraft type, List<Integer> lists, int access, int from, boolean fields) {
    boolean member = type.kind() == EntityKind.ENUM_MEMBER;
    EntityDraft constructor = type;
    if (!member) {
      int end = syntax.end(lists.getLast());
      int start = syntax.start(lists.getFirst());
      constructor =
          context
              .facts()
              .entity(EntityKind.CONSTRUCTOR, type.name(), start, start, end, walk.owner())
              .signature(syntax.signature(from, end))
              .complexity(1, 0);
      if (access >= 0) {
        declarations.modifiers().access(constructor, access);
      } else {
        constructor.modifier(Modifier.PUBLIC);
      }
    }
    for (int list : lists) {
      boolean implicit = syntax.hasToken(list, "implicit") || syntax.hasToken(list, "using");
      for (int c : syntax.children(list, ScalaNode.CLASS_PARAMETER)) {
        parameter(constructor, c, (fields || member) && list == lists.getFirst() && !implicit);
      }
    }
  }

  private void parameter(EntityDraft constructor, int node, boolean isField) {
    int nameNode = syntax.field(node, ScalaField.NAME);
    String name = context.name(nameNode);
    if (name.isEmpty()) {
      code.parts(node);
      return;
    }
    int type = syntax.field(node, ScalaField.TYPE);
    if (type < 0 && syntax.hasToken(syntax.parent(node), "using")) {
      // Only a type is written: nobody names the value.
      constructor.parameter(new Parameter("", name, false, false));
      walk.reference(Role.TYPE, name, nameNode, -1, -1);
      return;
    }
    int value = syntax.field(node, ScalaField.DEFAULT_VALUE);
    boolean variadic = syntax.is(type, ScalaNode.REPEATED_PARAMETER_TYPE);
    String written = types.text(type);
    constructor.parameter(new Parameter(name, written, value >= 0, variadic));
    boolean mutable = syntax.hasToken(node, "var");
    EntityDraft owner = constructor;
    boolean property = isField || mutable || syntax.hasToken(node, "val");
    if (property) {
      owner =
          context
              .declare(
                  EntityKind.FIELD,
                  name,
                  syntax.start(nameNode),
                  node,
                  context.startOfToken(node, "="))
              .declaredType(types.valueText(type));
      if (!mutable) {
        owner.modifier(Modifier.READONLY);
      }
      declarations.modifiers().apply(owner, node);
    } else {
      walk.scope().bind(name, LexicalScope.Meaning.VALUE);
      context
          .facts()
          .binding(
              name,
              BindingKind.PARAMETER,
              constructor.index(),
              syntax.end(node),
              walk.scope().end(),
              types.valueText(type),
              -1);
    }
    walk.inEntity(
        owner.index(),
        () -> {
          if (!property) {
            declarations.modifiers().annotations(node);
          }
          types.references(type);
          code.expressions().value(value, false);
        });
  }

  /** The bases in an extends clause, with the arguments of their constructors. */
  void bases(EntityDraft draft, int clause) {
    boolean first = true;
    for (int c = syntax.firstNamed(clause); c >= 0; c = syntax.nextNamed(c)) {
      if (syntax.is(c, ScalaNode.ARGUMENTS)) {
        code.expressions().arguments(c);
      } else {
        base(draft, c, first);
        first = false;
      }
    }
  }

  /** A base: the first is a class as far as the file knows, the others are traits. */
  void base(EntityDraft draft, int type, boolean first) {
    if (syntax.is(type, ScalaNode.COMPOUND_TYPE)) {
      boolean isFirst = first;
      for (int c = syntax.firstNamed(type); c >= 0; c = syntax.nextNamed(c)) {
        if (!syntax.is(c, ScalaNode.REFINEMENT)) {
          base(draft, c, isFirst);
          isFirst = false;
        }
      }
      return;
    }
    if (types.head(type) < 0) {
      types.references(type);
      return;
    }
    String name = types.baseName(type);
    boolean extended = first && (draft.kind() == EntityKind.TRAIT || !context.isTraitOfFile(name));
    draft.supertype(name, extended ? SupertypeRelation.EXTENDS : SupertypeRelation.MIXES_IN);
    types.references(type, extended ? Role.EXTEND : Role.IMPLEMENT);
    if (isSuite(types.simpleName(type))) {
      draft.flag(EntityFlag.TEST);
    }
  }

  private static boolean isSuite(String base) {
    String plain =
        base.startsWith("Any") || base.startsWith("Async") || base.startsWith("Fixture")
            ? base.replaceFirst("^(Fixture)?(Any|Async)?", "")
            : base;
    return SUITES.contains(plain);
  }

  /**
   * The class that an expression makes with a body of its own.
   *
   * @param bases Types that it extends.
   */
  EntityDraft anonymous(int node, List<Integer> bases, int body) {
    EntityDraft draft =
        context.declare(
            EntityKind.CLASS, "<anonymous>", syntax.start(node), node, syntax.start(body));
    walk.inEntity(
        draft.index(),
        () -> {
          boolean first = true;
          for (int base : bases) {
            base(draft, base, first);
            first = false;
          }
          int self = syntax.child(body, ScalaNode.SELF_TYPE);
          walk.inBlock(
              syntax.end(body),
              () -> {
                if (self >= 0) {
                  self(self);
                }
                declarations.template(body, syntax.end(body));
              });
        });
    return draft;
  }

  /**
   * The class of {@code new A(1) with B { … }}, of which the grammar makes an operator and a call.
   *
   * @param type Type behind the {@code new}.
   * @param mixins Operands behind each {@code with}; what follows the last one is around them all.
   */
  void mixed(int node, int type, List<Integer> mixins) {
    int last = mixins.getLast();
    int around = syntax.is(node, ScalaNode.INFIX_EXPRESSION) ? last : node;
    int block = syntax.field(around, ScalaField.ARGUMENTS);
    int body = syntax.is(block, ScalaNode.BLOCK) ? block : -1;
    EntityDraft draft =
        context.declare(
            EntityKind.CLASS,
            "<anonymous>",
            syntax.start(node),
            node,
            body < 0 ? syntax.end(node) : syntax.start(body));
    walk.inEntity(
        draft.index(),
        () -> {
          if (type >= 0) {
            base(draft, type, true);
          }
          mixins.forEach(mixin -> mixin(draft, mixin));
          int generic = body < 0 ? node : syntax.field(around, ScalaField.FUNCTION);
          if (around != last) {
            types.references(syntax.field(generic, ScalaField.TYPE_ARGUMENTS));
          }
          declarations.template(body, syntax.end(node));
        });
  }

  private void mixin(EntityDraft draft, int operand) {
    int node = operand;
    while (syntax.is(node, ScalaNode.CALL_EXPRESSION)
        || syntax.is(node, ScalaNode.GENERIC_FUNCTION)) {
      types.references(syntax.field(node, ScalaField.TYPE_ARGUMENTS));
      node = syntax.field(node, ScalaField.FUNCTION);
    }
    if (syntax.is(node, ScalaNode.IDENTIFIER)) {
      draft.supertype(context.name(node), SupertypeRelation.MIXES_IN);
      walk.reference(Role.IMPLEMENT, context.name(node), node, -1, -1);
    } else {
      code.expressions().value(node, false);
    }
  }

  /** The cases of an enum that one word declares. */
  void cases(int node) {
    for (int c = syntax.firstPart(node); c >= 0; c = syntax.nextPart(c)) {
      switch (syntax.kind(c)) {
        case SIMPLE_ENUM_CASE, FULL_ENUM_CASE -> member(node, c);
        case ANNOTATION -> {}
        default -> code.statement(c);
      }
    }
  }

  private void member(int definitions, int node) {
    int nameNode = syntax.field(node, ScalaField.NAME);
    String name = context.name(nameNode);
    if (name.isEmpty()) {
      code.parts(node);
      return;
    }
    boolean only = syntax.children(definitions, ScalaNode.SIMPLE_ENUM_CASE).size() < 2;
    EntityDraft draft =
        context.declare(
            EntityKind.ENUM_MEMBER,
            name,
            syntax.start(nameNode),
            only ? definitions : node,
            syntax.end(node));
    declarations.modifiers().apply(draft, definitions);
    walk.inBody(draft.index(), syntax.end(node), () -> header(draft, node, nameNode, true));
  }
}
