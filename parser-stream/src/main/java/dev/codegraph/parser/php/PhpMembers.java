package dev.codegraph.parser.php;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.EntityFlag;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.Modifier;
import dev.codegraph.schemas.Role;
import dev.codegraph.schemas.SupertypeRelation;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Classes, interfaces, traits and enums, and what stands in them. */
final class PhpMembers {
  /** Longer values are left out of signatures. */
  private static final int VALUE_BYTES = 80;

  private final PhpWalk walk;
  private final Syntax<PhpNode> syntax;

  /** Types whose base says that their methods are tests. */
  private final Set<Integer> testCases = new HashSet<>();

  PhpMembers(PhpWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  /** Makes the entity of a type and walks it. */
  void type(int node) {
    int name = syntax.field(node, PhpField.NAME);
    if (name < 0) {
      walk.statements().parts(node);
      return;
    }
    EntityKind kind =
        switch (syntax.kind(node)) {
          case INTERFACE_DECLARATION -> EntityKind.INTERFACE;
          case TRAIT_DECLARATION -> EntityKind.TRAIT;
          case ENUM_DECLARATION -> EntityKind.ENUM;
          default -> EntityKind.CLASS;
        };
    EntityDraft draft =
        walk.facts().entity(kind, syntax.text(name), name, node, walk.context().owner());
    draft.modifier(Modifier.PUBLIC);
    modifiers(node, draft);
    walk.document(draft, node);
    walk.attributes().of(node, draft);
    if (kind == EntityKind.ENUM) {
      draft.declaredType(syntax.normalText(syntax.child(node, PhpNode.PRIMITIVE_TYPE)));
    }
    described(node, draft);
  }

  /** Makes the entity of a class without a name and walks it. */
  void anonymous(int node) {
    EntityDraft draft =
        walk.facts().entity(EntityKind.CLASS, "<anonymous>", node, node, walk.context().owner());
    modifiers(node, draft);
    walk.attributes().of(node, draft);
    walk.expressions().arguments(syntax.child(node, PhpNode.ARGUMENTS));
    described(node, draft);
  }

  private void described(int node, EntityDraft draft) {
    int body = syntax.field(node, PhpField.BODY);
    draft.signature(
        syntax.signature(
            walk.startOfWords(node), body < 0 ? syntax.end(node) : syntax.start(body)));
    walk.context()
        .inEntity(
            draft.index(),
            () ->
                walk.variables()
                    .inFunction(
                        false,
                        () -> {
                          bases(node, draft);
                          walk.statements().parts(body);
                        }));
  }

  private void bases(int node, EntityDraft draft) {
    boolean isInterface = draft.kind() == EntityKind.INTERFACE;
    for (int c = syntax.firstPart(node); c >= 0; c = syntax.nextPart(c)) {
      switch (syntax.kind(c)) {
        case BASE_CLAUSE -> names(c, draft, Role.EXTEND, SupertypeRelation.EXTENDS);
        case CLASS_INTERFACE_CLAUSE ->
            names(
                c,
                draft,
                isInterface ? Role.EXTEND : Role.IMPLEMENT,
                isInterface ? SupertypeRelation.EXTENDS : SupertypeRelation.IMPLEMENTS);
        case ERROR -> walk.statements().parts(c);
        default -> {
          // Walked elsewhere.
        }
      }
    }
  }

  private void names(int clause, EntityDraft draft, Role role, SupertypeRelation relation) {
    for (int c = syntax.firstNamed(clause); c >= 0; c = syntax.nextNamed(c)) {
      if (walk.types().isName(c)) {
        draft.supertype(syntax.text(c), relation);
        if (role == Role.EXTEND && syntax.text(c).endsWith("TestCase")) {
          testCases.add(draft.index());
        }
        walk.types().named(c, role, -1);
      }
    }
  }

  /** Walks the use of traits in a type. */
  void traits(int node) {
    EntityDraft draft = walk.facts().entity(walk.context().owner());
    names(node, draft, Role.IMPLEMENT, SupertypeRelation.MIXES_IN);
    int list = syntax.child(node, PhpNode.USE_LIST);
    for (int clause = syntax.firstNamed(list); clause >= 0; clause = syntax.nextNamed(clause)) {
      int chosen = syntax.firstNamed(clause);
      if (syntax.is(chosen, PhpNode.CLASS_CONSTANT_ACCESS_EXPRESSION)) {
        int trait = syntax.firstNamed(chosen);
        int method = syntax.nextNamed(trait);
        walk.types().references(trait);
        walk.context()
            .reference(
                Role.FUNCTION_VALUE, syntax.text(method), method, walk.types().scope(trait), -1);
      }
      if (syntax.is(clause, PhpNode.USE_INSTEAD_OF_CLAUSE)) {
        for (int c = syntax.nextNamed(chosen); c >= 0; c = syntax.nextNamed(c)) {
          walk.types().references(c);
        }
      }
    }
  }

  private void modifiers(int node, EntityDraft draft) {
    for (int c = syntax.firstChild(node); c >= 0; c = syntax.nextSibling(c)) {
      switch (syntax.kind(c)) {
        case ABSTRACT_MODIFIER -> draft.modifier(Modifier.ABSTRACT);
        case FINAL_MODIFIER -> draft.modifier(Modifier.FINAL);
        case READONLY_MODIFIER -> draft.modifier(Modifier.READONLY);
        case STATIC_MODIFIER -> draft.modifier(Modifier.STATIC);
        case VISIBILITY_MODIFIER -> visibility(c, draft);
        default -> {
          // Behind the modifiers.
        }
      }
    }
  }

  /** That of writing alone does not count. */
  private void visibility(int node, EntityDraft draft) {
    switch (syntax.text(node).toLowerCase(Locale.ROOT)) {
      case "public" -> draft.modifier(Modifier.PUBLIC);
      case "protected" -> draft.modifier(Modifier.PROTECTED);
      case "private" -> draft.modifier(Modifier.PRIVATE);
      default -> {
        // Of writing.
      }
    }
  }

  private void member(int declaration, EntityDraft draft) {
    modifiers(declaration, draft);
    if (!draft.has(Modifier.PROTECTED) && !draft.has(Modifier.PRIVATE)) {
      draft.modifier(Modifier.PUBLIC);
    }
  }

  /** Makes the entity of a method and walks it. */
  void method(int node) {
    int name = syntax.field(node, PhpField.NAME);
    if (name < 0) {
      walk.statements().parts(node);
      return;
    }
    String text = syntax.text(name);
    EntityKind kind =
        switch (text.toLowerCase(Locale.ROOT)) {
          case "__construct" -> EntityKind.CONSTRUCTOR;
          case "__destruct" -> EntityKind.DESTRUCTOR;
          default -> EntityKind.METHOD;
        };
    EntityDraft type = walk.facts().entity(walk.context().owner());
    EntityDraft draft = walk.facts().entity(kind, text, name, node, type.index());
    member(node, draft);
    String documentation = walk.document(draft, node);
    if (type.kind() == EntityKind.INTERFACE) {
      draft.modifier(Modifier.ABSTRACT);
    }
    walk.attributes().of(node, draft);
    if (kind == EntityKind.METHOD && draft.has(Modifier.PUBLIC)) {
      judge(text, documentation, type, draft);
    }
    walk.callables().callable(node, draft, documentation);
    walk.routes().ofMethod(node, draft);
  }

  private boolean hasTestBase(EntityDraft type) {
    return testCases.contains(type.index());
  }

  private void judge(String name, String documentation, EntityDraft type, EntityDraft method) {
    boolean isInTestCase = type.name().endsWith("TestCase") || hasTestBase(type);
    if (isInTestCase && (name.startsWith("test") || PhpDoc.has(documentation, "@test"))) {
      method.flag(EntityFlag.TEST);
    }
    if (name.startsWith("bench") && type.name().endsWith("Bench")) {
      method.flag(EntityFlag.BENCHMARK);
    }
  }

  /** Makes the entities of constants and walks their values. */
  void constants(int node) {
    EntityDraft type = walk.facts().entity(walk.context().owner());
    boolean isFirst = true;
    for (int element : syntax.children(node, PhpNode.CONST_ELEMENT)) {
      int name = syntax.child(element, PhpNode.NAME);
      if (name < 0) {
        continue;
      }
      EntityDraft draft =
          walk.facts()
              .entity(
                  EntityKind.CONSTANT,
                  syntax.text(name),
                  name,
                  isFirst ? node : element,
                  type.index());
      member(node, draft);
      walk.document(draft, node);
      int value = syntax.nextNamed(name);
      valued(node, element, value, draft);
      attributed(node, draft, isFirst);
      isFirst = false;
    }
  }

  /** The attributes and the type of a declaration belong to the first that it declares. */
  private void attributed(int node, EntityDraft draft, boolean isFirst) {
    int type = syntax.field(node, PhpField.TYPE);
    if (type >= 0) {
      draft.declaredType(syntax.normalText(type));
    }
    if (isFirst) {
      walk.attributes().of(node, draft);
      walk.context().inEntity(draft.index(), () -> walk.types().references(type));
    }
  }

  /** Gives a constant or property its signature and its value. */
  private void valued(int node, int element, int value, EntityDraft draft) {
    int first = syntax.firstChild(node);
    while (first >= 0
        && !syntax.is(first, PhpNode.CONST_ELEMENT)
        && !syntax.is(first, PhpNode.PROPERTY_ELEMENT)) {
      first = syntax.nextSibling(first);
    }
    boolean isShort = value < 0 || syntax.end(value) - syntax.start(value) <= VALUE_BYTES;
    int end = isShort ? syntax.end(element) : syntax.end(syntax.firstChild(element));
    int words = walk.startOfWords(node);
    draft.signature(
        syntax.signature(words, first < 0 ? words : syntax.start(first))
            + syntax.signature(syntax.start(element), end));
    walk.context()
        .inEntity(draft.index(), () -> draft.initializer(walk.expressions().value(value, true)));
  }

  /** Makes the entity of an enum's case and walks its value. */
  void enumCase(int node) {
    int name = syntax.field(node, PhpField.NAME);
    if (name < 0) {
      return;
    }
    EntityDraft draft =
        walk.facts()
            .entity(EntityKind.ENUM_MEMBER, syntax.text(name), name, node, walk.context().owner());
    draft.modifier(Modifier.PUBLIC);
    walk.document(draft, node);
    String signature = syntax.signature(walk.startOfWords(node), syntax.end(node)).strip();
    draft.signature(
        signature.endsWith(";") ? signature.substring(0, signature.length() - 1) : signature);
    walk.attributes().of(node, draft);
    int value = syntax.field(node, PhpField.VALUE);
    walk.context()
        .inEntity(draft.index(), () -> draft.initializer(walk.expressions().value(value, true)));
  }

  /** Makes the entities of properties and walks their values and hooks. */
  void properties(int node) {
    boolean isFirst = true;
    for (int element : syntax.children(node, PhpNode.PROPERTY_ELEMENT)) {
      int variable = walk.variables().plain(syntax.field(element, PhpField.NAME));
      if (variable < 0) {
        continue;
      }
      EntityDraft draft =
          walk.facts()
              .entity(
                  EntityKind.PROPERTY,
                  walk.variables().name(variable),
                  walk.variables().nameNode(variable),
                  isFirst ? node : element,
                  walk.context().owner());
      member(node, draft);
      draft.declaredType(PhpDoc.type(walk.document(draft, node), "@var"));
      valued(node, element, syntax.field(element, PhpField.DEFAULT_VALUE), draft);
      attributed(node, draft, isFirst);
      if (isFirst) {
        hooks(syntax.child(node, PhpNode.PROPERTY_HOOK_LIST), draft);
      }
      isFirst = false;
    }
  }

  /** Makes the entity of a property that a parameter of the constructor declares. */
  void promoted(int parameter, int variable, String type) {
    int constructor = walk.context().owner();
    EntityDraft draft =
        walk.facts()
            .entity(
                EntityKind.PROPERTY,
                walk.variables().name(variable),
                walk.variables().nameNode(variable),
                parameter,
                Math.max(0, walk.facts().entity(constructor).parent()));
    member(parameter, draft);
    draft.declaredType(type);
    walk.document(draft, parameter);
    int hooks = syntax.child(parameter, PhpNode.PROPERTY_HOOK_LIST);
    draft.signature(
        syntax.signature(
            walk.startOfWords(parameter), hooks < 0 ? syntax.end(parameter) : syntax.start(hooks)));
    walk.attributes().of(parameter, draft);
    hooks(hooks, draft);
  }

  private void hooks(int list, EntityDraft property) {
    if (list < 0) {
      return;
    }
    property.modifier(Modifier.ACCESSOR);
    boolean hasCode = false;
    for (int hook : syntax.children(list, PhpNode.PROPERTY_HOOK)) {
      hasCode |= syntax.field(hook, PhpField.BODY) >= 0;
    }
    if (hasCode) {
      walk.context()
          .inCallable(
              property.index(),
              syntax.end(list),
              () -> walk.variables().inFunction(false, () -> walk.statements().hooks(list)));
    }
  }
}
