package dev.codegraph.parser.csharp;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.EntityFlag;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.Modifier;
import dev.codegraph.schemas.Role;
import org.jspecify.annotations.Nullable;

/** The members of types, and whatever else has a signature and a body. */
final class CSharpMembers {
  private final CSharpWalk walk;
  private final Syntax<CSharpNode> syntax;
  private final CSharpExtensions extensions;

  CSharpMembers(CSharpWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
    this.extensions = new CSharpExtensions(walk);
  }

  /** Makes the entities and references of a member. */
  void member(int node) {
    switch (syntax.kind(node)) {
      case FIELD_DECLARATION, EVENT_FIELD_DECLARATION -> fields(node);
      case PROPERTY_DECLARATION -> {
        int name = syntax.field(node, CSharpField.NAME);
        property(node, walk.name(name), name);
      }
      case EVENT_DECLARATION -> {
        int name = syntax.field(node, CSharpField.NAME);
        property(node, walk.name(name), name);
      }
      case INDEXER_DECLARATION -> property(node, "this[]", walk.token(node, "this"));
      case METHOD_DECLARATION -> method(node);
      case CONSTRUCTOR_DECLARATION -> {
        int name = syntax.field(node, CSharpField.NAME);
        if (extensions.isBlock(node)) {
          extensions.block(node);
          return;
        }
        named(EntityKind.CONSTRUCTOR, walk.name(name), name, node, -1);
      }
      case DESTRUCTOR_DECLARATION -> {
        String name = "~" + walk.name(syntax.field(node, CSharpField.NAME));
        named(EntityKind.DESTRUCTOR, name, walk.token(node, "~"), node, -1);
      }
      case OPERATOR_DECLARATION -> {
        String checked = walk.token(node, "checked") < 0 ? "" : "checked ";
        String sign = syntax.text(syntax.field(node, CSharpField.OPERATOR));
        int type = syntax.field(node, CSharpField.TYPE);
        int place = walk.token(node, "operator");
        named(EntityKind.METHOD, "operator " + checked + sign, place, node, type);
      }
      case CONVERSION_OPERATOR_DECLARATION -> conversion(node);
      case ENUM_MEMBER_DECLARATION -> enumMember(node);
      default -> walk.statements().statement(node);
    }
  }

  /**
   * Adds the entity of a declaration, with all that its beginning says.
   *
   * @param nameNode Node at whose start the name is.
   */
  EntityDraft draft(EntityKind kind, String name, int nameNode, int node) {
    String text = syntax.signature(signatureStart(node), signatureEnd(node));
    int end = text.length();
    while (end > 0 && (text.charAt(end - 1) == ';' || text.charAt(end - 1) <= ' ')) {
      end--;
    }
    return draft(kind, name, nameNode, node, text.substring(0, end));
  }

  private EntityDraft draft(
      EntityKind kind, String name, int nameNode, int node, String signature) {
    EntityDraft draft = walk.facts().entity(kind, name, nameNode, node, walk.context().owner());
    draft.signature(signature);
    draft.documentation(XmlDocumentation.above(syntax.source(), syntax.start(node)));
    CSharpModifiers.of(syntax, node, draft, walk.declarations().visibility(kind));
    return draft;
  }

  /** Attributes before a declaration are no part of its signature. */
  private int signatureStart(int node) {
    int c = syntax.firstChild(node);
    while (syntax.is(c, CSharpNode.ATTRIBUTE_LIST)
        || syntax.is(c, CSharpNode.COMMENT)
        || c >= 0
            && syntax.is(c, CSharpNode.OTHER)
            && syntax.textEquals(syntax.firstChild(c), "#if")) {
      c = syntax.nextSibling(c);
    }
    return syntax.start(c < 0 ? node : c);
  }

  private int signatureEnd(int node) {
    int end = syntax.end(node);
    int[] parts = {
      syntax.field(node, CSharpField.BODY),
      syntax.field(node, CSharpField.ACCESSORS),
      syntax.child(node, CSharpNode.ARROW_EXPRESSION_CLAUSE),
      syntax.child(node, CSharpNode.CONSTRUCTOR_INITIALIZER)
    };
    for (int part : parts) {
      end = part < 0 ? end : Math.min(end, syntax.start(part));
    }
    return end;
  }

  private void fields(int node) {
    int declaration = syntax.child(node, CSharpNode.VARIABLE_DECLARATION);
    int type = syntax.field(declaration, CSharpField.TYPE);
    String text = walk.types().text(type);
    boolean isConstant = CSharpModifiers.has(syntax, node, "const");
    int event = walk.token(node, "event");
    int typeStart = event < 0 ? syntax.start(declaration) : syntax.start(event);
    String head =
        syntax.signature(signatureStart(node), typeStart) + (event < 0 ? "" : "event ") + text;
    boolean isFirst = true;
    for (int c : syntax.children(declaration, CSharpNode.VARIABLE_DECLARATOR)) {
      int name = syntax.field(c, CSharpField.NAME);
      if (walk.name(name).isEmpty()) {
        continue;
      }
      EntityKind kind = isConstant ? EntityKind.CONSTANT : EntityKind.FIELD;
      String signature = head + " " + syntax.text(name);
      EntityDraft draft = draft(kind, walk.name(name), name, node, signature).declaredType(text);
      if (event >= 0 && walk.declarations().inInterface() && !draft.has(Modifier.STATIC)) {
        draft.modifier(Modifier.ABSTRACT);
      }
      if (isFirst) {
        walk.attributes().of(node, draft);
        walk.context().inEntity(draft.index(), () -> walk.types().references(type));
        isFirst = false;
      }
      initializer(draft, walk.afterEquals(c), type);
    }
  }

  private void initializer(EntityDraft draft, int value, int type) {
    if (value >= 0) {
      walk.context()
          .inEntity(
              draft.index(),
              () ->
                  walk.declarations()
                      .inInitializer(
                          syntax.end(value),
                          () -> walk.statements().initializer(value, type, false)));
    }
  }

  private void property(int node, String name, int nameNode) {
    if (nameNode < 0 || name.isEmpty()) {
      walk.statements().parts(node);
      return;
    }
    EntityDraft draft = draft(EntityKind.PROPERTY, name, nameNode, node);
    int type = syntax.field(node, CSharpField.TYPE);
    draft.declaredType(walk.types().text(type));
    walk.attributes().of(node, draft);
    int arrow = syntax.child(node, CSharpNode.ARROW_EXPRESSION_CLAUSE);
    int accessors = syntax.field(node, CSharpField.ACCESSORS);
    boolean hasCode = arrow >= 0;
    boolean isWritten = false;
    for (int accessor : syntax.children(accessors, CSharpNode.ACCESSOR_DECLARATION)) {
      hasCode |= syntax.field(accessor, CSharpField.BODY) >= 0;
      isWritten |= syntax.textEquals(syntax.field(accessor, CSharpField.NAME), "set");
    }
    if (!isWritten && !syntax.is(node, CSharpNode.EVENT_DECLARATION)) {
      draft.modifier(Modifier.READONLY);
    }
    if (!hasCode && walk.declarations().inInterface()) {
      draft.modifier(Modifier.ABSTRACT);
    }
    Runnable code =
        () -> {
          explicit(node);
          walk.types().references(type);
          walk.parameters().declare(draft, syntax.field(node, CSharpField.PARAMETERS));
          bindBackingField(node, draft.declaredType());
          walk.expressions().value(walk.firstContent(arrow), false);
          for (int accessor : syntax.children(accessors, CSharpNode.ACCESSOR_DECLARATION)) {
            accessor(accessor, draft);
          }
        };
    if (hasCode) {
      walk.context().inCallable(draft.index(), syntax.end(node), code);
    } else {
      walk.context().inBody(draft.index(), syntax.end(node), code);
    }
    int value = syntax.field(node, CSharpField.VALUE);
    if (value != arrow) {
      initializer(draft, value, type);
    }
  }

  /** Inside of a property the word {@code field} is what holds its value. */
  private void bindBackingField(int property, String type) {
    if (!syntax.is(property, CSharpNode.PROPERTY_DECLARATION)) {
      return;
    }
    int accessors = syntax.field(property, CSharpField.ACCESSORS);
    int code =
        accessors < 0 ? syntax.child(property, CSharpNode.ARROW_EXPRESSION_CLAUSE) : accessors;
    int end = code < 0 ? code : syntax.tree().subtreeEnd(code);
    for (int n = code; n < end; n++) {
      if (syntax.textEquals(n, "field") && syntax.is(n, CSharpNode.IDENTIFIER)) {
        walk.context().bind("field", BindingKind.LOCAL, syntax.start(code), type, -1);
        return;
      }
    }
  }

  private void accessor(int node, EntityDraft property) {
    walk.attributes().of(node, property);
    int body = syntax.field(node, CSharpField.BODY);
    if (body < 0) {
      return;
    }
    walk.context()
        .inBlock(
            syntax.end(node),
            () -> {
              if (!syntax.textEquals(syntax.field(node, CSharpField.NAME), "get")) {
                walk.context()
                    .bind(
                        "value",
                        BindingKind.PARAMETER,
                        syntax.start(body),
                        property.declaredType(),
                        -1);
              }
              walk.statements().statement(body);
            });
  }

  private void explicit(int node) {
    int specifier = syntax.child(node, CSharpNode.EXPLICIT_INTERFACE_SPECIFIER);
    if (specifier >= 0) {
      walk.types().references(syntax.firstNamed(specifier));
    }
  }

  private void method(int node) {
    int name = syntax.field(node, CSharpField.NAME);
    int type = syntax.field(node, CSharpField.RETURNS);
    if (syntax.is(type, CSharpNode.IDENTIFIER) && walk.name(type).isEmpty()) {
      // A statement that broken code makes look like a method.
      walk.statements().statement(syntax.field(node, CSharpField.BODY));
      return;
    }
    EntityDraft draft = named(EntityKind.METHOD, walk.name(name), name, node, type);
    if (draft == null) {
      return;
    }
    if (draft.name().equals("Main") && draft.has(Modifier.STATIC)) {
      draft.flag(EntityFlag.ENTRY_POINT);
    }
    int typeNode = walk.declarations().typeNode();
    if (typeNode >= 0) {
      walk.routes().ofMethod(node, draft, typeNode);
    }
  }

  private void conversion(int node) {
    int type = syntax.field(node, CSharpField.TYPE);
    int place = walk.token(node, "implicit");
    String word = place < 0 ? "explicit" : "implicit";
    String checked = walk.token(node, "checked") < 0 ? "" : "checked ";
    String name = word + " operator " + checked + walk.types().simpleText(type);
    int start = place < 0 ? walk.token(node, "explicit") : place;
    named(EntityKind.METHOD, name, start, node, type);
  }

  private @Nullable EntityDraft named(
      EntityKind kind, String name, int nameNode, int node, int type) {
    if (nameNode < 0 || name.isEmpty()) {
      walk.statements().statement(syntax.field(node, CSharpField.BODY));
      return null;
    }
    EntityDraft draft = draft(kind, name, nameNode, node);
    if (walk.declarations().inInterface() && !hasBody(node) && !draft.has(Modifier.STATIC)) {
      draft.modifier(Modifier.ABSTRACT);
    }
    callable(draft, node, type);
    return draft;
  }

  private boolean hasBody(int node) {
    return syntax.field(node, CSharpField.BODY) >= 0;
  }

  /** Walks the head and the code of a callable. */
  void callable(EntityDraft draft, int node, int type) {
    draft.declaredType(walk.types().text(type));
    walk.attributes().of(node, draft);
    walk.context()
        .inCallable(
            draft.index(),
            syntax.end(node),
            () -> {
              walk.types().parameters(draft, node);
              explicit(node);
              walk.types().references(type);
              walk.parameters().declare(draft, syntax.field(node, CSharpField.PARAMETERS));
              constructorCall(syntax.child(node, CSharpNode.CONSTRUCTOR_INITIALIZER));
              walk.statements().statement(syntax.field(node, CSharpField.BODY));
            });
  }

  private void constructorCall(int initializer) {
    int base = walk.token(initializer, "base");
    int target = base < 0 ? walk.token(initializer, "this") : base;
    int list = syntax.child(initializer, CSharpNode.ARGUMENT_LIST);
    if (target >= 0) {
      int count = syntax.namedChildren(list);
      walk.context().reference(Role.CALL, base < 0 ? "this" : "base", target, -1, count);
      walk.expressions().arguments(list, -1, syntax.start(target));
    }
  }

  private void enumMember(int node) {
    int name = syntax.field(node, CSharpField.NAME);
    if (walk.name(name).isEmpty()) {
      return;
    }
    EntityDraft draft = draft(EntityKind.ENUM_MEMBER, walk.name(name), name, node);
    draft.modifier(Modifier.STATIC).modifier(Modifier.FINAL);
    draft.declaredType(walk.facts().entity(walk.context().owner()).name());
    walk.attributes().of(node, draft);
    initializer(draft, syntax.field(node, CSharpField.VALUE), -1);
  }
}
