package dev.codegraph.parser.swift;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.EntityFlag;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.Modifier;
import dev.codegraph.schemas.Role;
import dev.codegraph.schemas.SupertypeRelation;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Types, protocols, extensions and aliases: their heads, and what they are based on. */
final class SwiftTypeDeclarations {
  /** What an enum can store its cases as. */
  private static final Set<String> RAW_TYPES =
      Set.of(
          "Character",
          "Double",
          "Float",
          "Int",
          "Int8",
          "Int16",
          "Int32",
          "Int64",
          "String",
          "UInt",
          "UInt8",
          "UInt16",
          "UInt32",
          "UInt64",
          "CGFloat",
          "StaticString");

  /** Protocols of the standard library and of Foundation whose names do not sound like one. */
  private static final Set<String> PROTOCOLS =
      Set.of(
          "Actor",
          "AnyObject",
          "App",
          "AsyncSequence",
          "Collection",
          "Decoder",
          "Encoder",
          "Error",
          "LocalizedError",
          "NSCopying",
          "NSSecureCoding",
          "NSCoding",
          "OptionSet",
          "Publisher",
          "Scene",
          "Sequence",
          "Subscriber",
          "View",
          "ViewModifier");

  private final SwiftWalk walk;
  private final Syntax<SwiftNode> syntax;

  /** Whether a type that the file declares is a protocol, by simple name. */
  private final Map<String, Boolean> protocols = new HashMap<>();

  private boolean inTestCase;
  private boolean isMain;

  SwiftTypeDeclarations(SwiftWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  /** Whether the innermost type is a case of tests. */
  boolean inTestCase() {
    return inTestCase;
  }

  /** Whether the innermost type is where the program begins. */
  boolean isMain() {
    return isMain;
  }

  /** Notes the types of the file: a base that is one of them need not be guessed at. */
  void foresee() {
    for (int node = 0; node < syntax.tree().nodeCount(); node++) {
      SwiftNode kind = syntax.kind(node);
      if (kind == SwiftNode.PROTOCOL_DECLARATION) {
        protocols.put(walk.name(syntax.field(node, SwiftField.NAME)), true);
      } else if (kind == SwiftNode.CLASS_DECLARATION && walk.token(node, "class") >= 0) {
        protocols.put(walk.name(syntax.field(node, SwiftField.NAME)), false);
      }
    }
  }

  void type(int node) {
    int name = syntax.field(node, SwiftField.NAME);
    int body = syntax.field(node, SwiftField.BODY);
    if (name < 0) {
      walk.statements().parts(body);
      return;
    }
    EntityKind kind =
        switch (syntax.text(syntax.field(node, SwiftField.DECLARATION_KIND))) {
          case "struct" -> EntityKind.STRUCT;
          case "enum" -> EntityKind.ENUM;
          case "extension" -> EntityKind.EXTENSION;
          case "protocol" -> EntityKind.PROTOCOL;
          default -> EntityKind.CLASS;
        };
    boolean isExtension = kind == EntityKind.EXTENSION;
    String text = isExtension ? walk.types().simpleName(name) : walk.name(name);
    int nameNode = isExtension ? walk.types().lastName(name) : name;
    if (walk.declarations().inCode()) {
      walk.context().bindLocalType(text, syntax.start(node));
    }
    EntityDraft draft = walk.members().draft(kind, text, nameNode, node);
    boolean outerTest = inTestCase;
    boolean outerMain = isMain;
    inTestCase = false;
    isMain =
        walk.modifiers().hasAttribute(node, "main")
            || walk.modifiers().hasAttribute(node, "UIApplicationMain")
            || walk.modifiers().hasAttribute(node, "NSApplicationMain");
    walk.context()
        .inBody(
            draft.index(),
            syntax.end(node),
            () -> {
              inside(draft, node, name);
              members(draft, node, body);
            });
    inTestCase = outerTest;
    isMain = outerMain;
  }

  private void inside(EntityDraft draft, int node, int name) {
    walk.types().parameters(draft, node);
    if (draft.kind() == EntityKind.EXTENSION) {
      draft.declaredType(walk.types().text(name));
      walk.types().references(name);
      inTestCase = draft.name().endsWith("Tests") || draft.name().endsWith("TestCase");
    }
    for (int base : syntax.children(node, SwiftNode.INHERITANCE_SPECIFIER)) {
      base(draft, syntax.field(base, SwiftField.INHERITS_FROM));
    }
  }

  private void members(EntityDraft draft, int node, int body) {
    Modifier written = walk.modifiers().written(node);
    Modifier effective = written == null ? Modifier.INTERNAL : written;
    Modifier given =
        switch (draft.kind()) {
          case PROTOCOL, EXTENSION -> effective;
          default -> Modifier.INTERNAL;
        };
    walk.declarations()
        .inMembers(
            given,
            () -> {
              for (int c = syntax.firstPart(body); c >= 0; c = syntax.nextPart(c)) {
                if (syntax.is(c, SwiftNode.ENUM_ENTRY)) {
                  int entry = c;
                  walk.declarations()
                      .inMembers(effective, () -> walk.declarations().declaration(entry));
                } else {
                  walk.statements().statement(c);
                }
              }
            });
  }

  private void base(EntityDraft draft, int type) {
    String name = walk.types().simpleName(type);
    boolean isFirst = draft.supertypeCount() == 0;
    if (draft.kind() == EntityKind.ENUM
        && isFirst
        && draft.declaredType().isEmpty()
        && RAW_TYPES.contains(name)) {
      draft.declaredType(walk.types().text(type));
      walk.types().references(type);
      return;
    }
    boolean isClass =
        draft.kind() == EntityKind.PROTOCOL
            || draft.kind() == EntityKind.CLASS && isFirst && !isProtocol(name);
    String written = walk.types().text(type);
    if (written.indexOf('<') >= 0) {
      walk.facts().attribute("base:" + draft.index() + ":" + draft.supertypeCount(), written);
    }
    draft.supertype(
        walk.types().bare(type),
        isClass ? SupertypeRelation.EXTENDS : SupertypeRelation.IMPLEMENTS);
    walk.types().references(type, isClass ? Role.EXTEND : Role.IMPLEMENT);
    inTestCase |= isClass && (name.endsWith("TestCase") || name.endsWith("Tests"));
    if (name.equals("PreviewProvider")) {
      draft.flag(EntityFlag.EXAMPLE);
    }
  }

  /** Whether a base is a protocol: the file says so, or else its name sounds like one. */
  private boolean isProtocol(String name) {
    boolean soundsSo =
        PROTOCOLS.contains(name)
            || name.endsWith("able")
            || name.endsWith("ible")
            || name.endsWith("Protocol")
            || name.endsWith("Delegate")
            || name.endsWith("DataSource")
            || name.endsWith("ObservableObject");
    return protocols.getOrDefault(name, soundsSo);
  }

  /** An alias of a type, or a type that those who conform to a protocol choose. */
  void alias(int node) {
    int name = syntax.field(node, SwiftField.NAME);
    if (name < 0) {
      walk.statements().parts(node);
      return;
    }
    if (walk.declarations().inCode()) {
      walk.context().bindLocalType(walk.name(name), syntax.start(node));
    }
    EntityDraft draft = walk.members().draft(EntityKind.TYPE_ALIAS, walk.name(name), name, node);
    int equals = walk.token(node, "=");
    int value = equals < 0 ? -1 : walk.types().after(equals);
    int colon = walk.token(node, ":");
    int bound = colon < 0 ? -1 : walk.types().after(colon);
    draft.declaredType(walk.types().text(value));
    if (syntax.is(node, SwiftNode.ASSOCIATEDTYPE_DECLARATION)) {
      draft.modifier(Modifier.ABSTRACT);
    }
    walk.context()
        .inBody(
            draft.index(),
            syntax.end(node),
            () -> {
              walk.types().parameters(draft, node);
              walk.types().references(bound);
              walk.types().references(value);
            });
  }
}
