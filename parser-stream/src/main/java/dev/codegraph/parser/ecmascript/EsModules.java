package dev.codegraph.parser.ecmascript;

import dev.codegraph.parser.FactsBuilder;
import dev.codegraph.schemas.ExportFact;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Imports and exports of a file, of ECMAScript, of TypeScript and of CommonJS. */
final class EsModules {
  /** The exported name of what a whole module is. */
  static final String EXPORT_EQUALS = "export=";

  private final EsSyntax syntax;
  private final FactsBuilder facts;
  private final List<Pending> pending = new ArrayList<>();
  private boolean module;

  /** An export of something local whose entity is known at the end. */
  private record Pending(String name, String local, @Nullable EsName target, int entity) {}

  EsModules(EsSyntax syntax, FactsBuilder facts) {
    this.syntax = syntax;
    this.facts = facts;
  }

  /**
   * Whether a declarator does nothing but name a module or names of it: {@code x = require("m")},
   * {@code {a, b: c} = await import("m")}, {@code x = require("m").y}.
   */
  static boolean importsModule(EsSyntax syntax, int nameNode, int value) {
    if (value < 0) {
      return false;
    }
    boolean simple = syntax.is(nameNode, EsNode.IDENTIFIER);
    if (syntax.moduleOfValue(value) >= 0) {
      return simple || isFlat(syntax, nameNode);
    }
    return simple
        && syntax.is(value, EsNode.MEMBER_EXPRESSION)
        && syntax.moduleOfValue(syntax.child(value, EsField.OBJECT)) >= 0;
  }

  /** Whether a pattern takes properties of one level only, each under a name. */
  private static boolean isFlat(EsSyntax syntax, int pattern) {
    if (!syntax.is(pattern, EsNode.OBJECT_PATTERN)) {
      return false;
    }
    for (int c = syntax.firstNamed(pattern); c >= 0; c = syntax.nextNamed(c)) {
      boolean flat =
          switch (syntax.kind(c)) {
            case SHORTHAND_PROPERTY_IDENTIFIER_PATTERN -> true;
            case PAIR_PATTERN ->
                syntax.is(syntax.child(c, EsField.VALUE), EsNode.IDENTIFIER)
                    && syntax.is(syntax.child(c, EsField.KEY), EsNode.PROPERTY_IDENTIFIER);
            default -> false;
          };
      if (!flat) {
        return false;
      }
    }
    return true;
  }

  /** The file has an import or export. */
  void isModule() {
    module = true;
  }

  void importStatement(int node, int owner, EsScope scope) {
    if (scope.parent == null) {
      isModule();
    }
    int require = syntax.child(node, EsNode.IMPORT_REQUIRE_CLAUSE);
    int source = syntax.child(require >= 0 ? require : node, EsField.SOURCE);
    if (!syntax.is(source, EsNode.STRING)) {
      return;
    }
    String from = syntax.string(source);
    int sourceStart = syntax.stringStart(source);
    boolean typeOnly = syntax.hasToken(node, "type") || syntax.hasToken(node, "typeof");
    if (require >= 0) {
      int name = syntax.firstNamed(require);
      whole(from, syntax.text(name), typeOnly, owner, sourceStart, scope);
      return;
    }
    int clause = syntax.child(node, EsNode.IMPORT_CLAUSE);
    if (clause < 0) {
      facts.importAt(from, "", "", false, false, typeOnly, 0, owner, sourceStart);
      return;
    }
    for (int c = syntax.firstNamed(clause); c >= 0; c = syntax.nextNamed(c)) {
      switch (syntax.kind(c)) {
        case IDENTIFIER -> named(from, "default", syntax.text(c), typeOnly, owner, start(c), scope);
        case NAMESPACE_IMPORT -> {
          int name = syntax.firstNamed(c);
          if (name >= 0) {
            whole(from, syntax.text(name), typeOnly, owner, sourceStart, scope);
          }
        }
        case NAMED_IMPORTS -> {
          for (int s = syntax.firstNamed(c); s >= 0; s = syntax.nextNamed(s)) {
            specifier(from, s, typeOnly, owner, scope);
          }
        }
        default -> {}
      }
    }
  }

  private void specifier(String from, int node, boolean typeOnly, int owner, EsScope scope) {
    int name = syntax.child(node, EsField.NAME);
    if (name < 0) {
      return;
    }
    int alias = syntax.child(node, EsField.ALIAS);
    String imported = syntax.propertyName(name);
    named(
        from,
        imported,
        alias >= 0 ? syntax.text(alias) : imported,
        typeOnly || syntax.hasToken(node, "type"),
        owner,
        start(name),
        scope);
  }

  private void named(
      String from, String name, String local, boolean typeOnly, int owner, int at, EsScope scope) {
    String alias = local.equals(name) ? "" : local;
    int index = facts.importAt(from, name, alias, false, false, typeOnly, 0, owner, at);
    bind(scope, local, index);
  }

  private void whole(
      String from, String local, boolean typeOnly, int owner, int at, EsScope scope) {
    int index = facts.importAt(from, "", local, false, false, typeOnly, 0, owner, at);
    bind(scope, local, index);
  }

  private static void bind(EsScope scope, String local, int index) {
    EsName name = scope.findValue(local);
    if (name != null && name.meaning == EsName.Meaning.IMPORT && name.importIndex < 0) {
      name.importIndex = index;
    }
  }

  /** A declarator for which {@link #importsModule} holds. */
  void requireDeclarator(int nameNode, int value, int owner, EsScope scope) {
    int string = syntax.moduleOfValue(value);
    int at;
    String from;
    if (string < 0) {
      string = syntax.moduleOfValue(syntax.child(value, EsField.OBJECT));
      int property = syntax.child(value, EsField.PROPERTY);
      from = syntax.string(string);
      String name = property < 0 ? "" : syntax.text(property);
      at = property < 0 ? syntax.stringStart(string) : start(property);
      named(from, name, syntax.text(nameNode), false, owner, at, scope);
      return;
    }
    from = syntax.string(string);
    if (syntax.is(nameNode, EsNode.IDENTIFIER)) {
      whole(from, syntax.text(nameNode), false, owner, syntax.stringStart(string), scope);
      return;
    }
    for (int c = syntax.firstNamed(nameNode); c >= 0; c = syntax.nextNamed(c)) {
      int key = syntax.is(c, EsNode.PAIR_PATTERN) ? syntax.child(c, EsField.KEY) : c;
      int local = syntax.is(c, EsNode.PAIR_PATTERN) ? syntax.child(c, EsField.VALUE) : c;
      named(from, syntax.text(key), syntax.text(local), false, owner, start(key), scope);
    }
  }

  /** A module that an expression loads without naming it. */
  void moduleCall(int string, boolean typeOnly, int owner) {
    facts.importAt(
        syntax.string(string),
        "",
        "",
        false,
        false,
        typeOnly,
        0,
        owner,
        syntax.stringStart(string));
  }

  /** A module that a type names: {@code import("m").Name<T>}. */
  void moduleType(String text, int node, int owner) {
    String module = EsNewer.module(text);
    int at = syntax.tree.startByte(node) + EsNewer.moduleBegin(text);
    facts.importAt(module, "", "", false, false, true, 0, owner, at);
  }

  /** An export statement without a declaration: lists, stars, {@code export = x}. */
  void exportStatement(int node, int owner, EsScope scope) {
    isModule();
    int source = syntax.child(node, EsField.SOURCE);
    String from = syntax.is(source, EsNode.STRING) ? syntax.string(source) : "";
    boolean typeOnly = syntax.hasToken(node, "type");
    int clause = syntax.child(node, EsNode.EXPORT_CLAUSE);
    int namespace = syntax.child(node, EsNode.NAMESPACE_EXPORT);
    if (clause >= 0) {
      for (int s = syntax.firstNamed(clause); s >= 0; s = syntax.nextNamed(s)) {
        exportSpecifier(s, from, source, typeOnly, owner, scope);
      }
    } else if (source >= 0 && namespace >= 0) {
      String name = syntax.propertyName(syntax.firstNamed(namespace));
      int at = syntax.stringStart(source);
      facts.importAt(from, "", name, false, true, typeOnly, 0, owner, at);
      facts.export(new ExportFact(name, "", from, "*", -1));
    } else if (source >= 0) {
      facts.importAt(from, "*", "", false, true, typeOnly, 0, owner, syntax.stringStart(source));
      facts.export(new ExportFact("*", "", from, "*", -1));
    }
  }

  private void exportSpecifier(
      int node, String from, int source, boolean typeOnly, int owner, EsScope scope) {
    int name = syntax.child(node, EsField.NAME);
    if (name < 0) {
      return;
    }
    int alias = syntax.child(node, EsField.ALIAS);
    String local = syntax.propertyName(name);
    String exported = alias >= 0 ? syntax.propertyName(alias) : local;
    if (source >= 0) {
      boolean type = typeOnly || syntax.hasToken(node, "type");
      String as = exported.equals(local) ? "" : exported;
      facts.importAt(from, local, as, false, true, type, 0, owner, start(name));
      facts.export(new ExportFact(exported, "", from, local, -1));
    } else {
      exportLocal(exported, local, scope);
    }
  }

  /** Exports something that the file declares or imports under a name. */
  void exportLocal(String exported, String local, EsScope scope) {
    isModule();
    EsName target = scope.findValue(local);
    if (target == null) {
      target = scope.findType(local);
    }
    pending.add(new Pending(exported, local, target, -1));
  }

  /** Exports an entity. */
  void exportEntity(String exported, String local, int entity) {
    isModule();
    pending.add(new Pending(exported, local, null, entity));
  }

  /** Exports a module as a whole, or one name of it, under a name. */
  void exportModule(String exported, String from, String imported) {
    isModule();
    facts.export(new ExportFact(exported, "", from, imported, -1));
  }

  void finish() {
    for (Pending export : pending) {
      int entity = export.target() == null ? export.entity() : export.target().entity;
      facts.export(new ExportFact(export.name(), export.local(), "", "", entity));
    }
    if (module) {
      facts.attribute(EcmaScriptIndexer.MODULE, "true");
    }
  }

  private int start(int node) {
    return syntax.tree.startByte(node);
  }
}
