package dev.codegraph.parser.swift;

import dev.codegraph.parser.walk.DocumentationComments;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.EntityFlag;
import dev.codegraph.schemas.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Declarations of a file or a block, and where in them the walk stands. */
final class SwiftDeclarations {
  private static final DocumentationComments COMMENTS =
      new DocumentationComments(List.of("///"), "/**");

  private final SwiftWalk walk;
  private final Syntax<SwiftNode> syntax;
  private final SwiftTypeDeclarations types;
  private final SwiftBroken broken;
  private boolean inCode;
  private @Nullable Modifier visibility = Modifier.INTERNAL;

  SwiftDeclarations(SwiftWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
    this.types = new SwiftTypeDeclarations(walk);
    this.broken = new SwiftBroken(walk);
  }

  /** Walks the whole content. */
  void file() {
    int root = syntax.tree().root();
    header(root);
    types.foresee();
    if (syntax.is(root, SwiftNode.ERROR)) {
      broken(root);
    } else {
      walk.statements().parts(root);
    }
  }

  /** A comment before all code says that a program wrote the file. */
  private void header(int root) {
    for (int c = syntax.firstChild(root);
        c >= 0 && syntax.tree().isExtra(c);
        c = syntax.nextSibling(c)) {
      String text = syntax.text(c).toLowerCase(Locale.ROOT);
      if (text.contains("@generated")
          || text.contains("do not edit")
          || text.contains("auto-generated")
          || text.contains("generated using")) {
        walk.facts().file().flag(EntityFlag.GENERATED);
      }
    }
  }

  /** The documentation above a declaration; empty when there is none. */
  String documentation(int node) {
    return COMMENTS.above(syntax.source(), syntax.start(node));
  }

  /** What a declaration here has without a word about its visibility; null for locals. */
  @Nullable Modifier visibility() {
    return inCode ? null : visibility;
  }

  /** Whether the walk is in the code of a callable, so that what it finds is local. */
  boolean inCode() {
    return inCode;
  }

  /** Walks code of a callable. */
  void inCode(Runnable code) {
    boolean outer = inCode;
    inCode = true;
    code.run();
    inCode = outer;
  }

  /** Walks the members of a type. */
  void inMembers(@Nullable Modifier given, Runnable members) {
    boolean outerCode = inCode;
    Modifier outer = visibility;
    inCode = false;
    visibility = given;
    members.run();
    inCode = outerCode;
    visibility = outer;
  }

  boolean inTestCase() {
    return types.inTestCase();
  }

  boolean isMain() {
    return types.isMain();
  }

  void declaration(int node) {
    switch (syntax.kind(node)) {
      case IMPORT_DECLARATION -> imported(node);
      case CLASS_DECLARATION, PROTOCOL_DECLARATION -> types.type(node);
      case TYPEALIAS_DECLARATION, ASSOCIATEDTYPE_DECLARATION -> types.alias(node);
      case FUNCTION_DECLARATION, PROTOCOL_FUNCTION_DECLARATION -> walk.members().function(node);
      case INIT_DECLARATION -> walk.members().constructor(node);
      case DEINIT_DECLARATION -> walk.members().destructor(node);
      case SUBSCRIPT_DECLARATION -> walk.members().subscript(node);
      case MACRO_DECLARATION -> walk.members().macro(node);
      case ENUM_ENTRY -> walk.members().cases(node);
      case PROPERTY_DECLARATION, PROTOCOL_PROPERTY_DECLARATION ->
          walk.properties().declaration(node);
      default -> {
        // How an operator binds is nothing that has uses of its own.
      }
    }
  }

  private void imported(int node) {
    int path = syntax.child(node, SwiftNode.IDENTIFIER);
    List<Integer> names = new ArrayList<>(syntax.children(path, SwiftNode.SIMPLE_IDENTIFIER));
    if (names.isEmpty() || SwiftWalk.isKeyword(syntax.text(names.getFirst()))) {
      return;
    }
    boolean isReexport = walk.modifiers().hasAttribute(node, "_exported");
    int word = walk.token(node, "import");
    boolean hasKind = word >= 0 && !syntax.tree().isNamed(syntax.nextSibling(word));
    int owner = walk.context().owner();
    int last = names.getLast();
    String module = syntax.text(path);
    if (hasKind && names.size() > 1) {
      int dot = module.lastIndexOf('.');
      walk.facts()
          .importAt(
              module.substring(0, dot).strip(),
              walk.name(last),
              "",
              false,
              isReexport,
              false,
              0,
              owner,
              syntax.start(last));
    } else {
      walk.facts().importAt(module, "", "", false, isReexport, false, 0, owner, syntax.start(path));
    }
  }

  /** Walks what a broken part of the source still says. */
  void broken(int node) {
    broken.parts(node);
  }
}
