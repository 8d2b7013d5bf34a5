package dev.codegraph.parser.ecmascript;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.FactsBuilder;
import dev.codegraph.parser.syntax.SyntaxTree;
import dev.codegraph.schemas.EntityFlag;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.Modifier;
import dev.codegraph.schemas.Parameter;
import dev.codegraph.schemas.SupertypeRelation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes entities of declarations: extent, documentation, modifiers, parameters, bases. */
final class EsEntities {
  private final EsSyntax syntax;
  private final SyntaxTree tree;
  private final FactsBuilder facts;

  /** The last documentation comment that the walk has passed; -1 for none. */
  private int comment = -1;

  EsEntities(EsSyntax syntax, FactsBuilder facts) {
    this.syntax = syntax;
    this.tree = syntax.tree;
    this.facts = facts;
  }

  /** The walk passes a comment. */
  void comment(int node) {
    byte[] source = tree.source();
    int start = tree.startByte(node);
    if (start + 4 < source.length && source[start + 1] == '*' && source[start + 2] == '*') {
      comment = node;
    }
  }

  /**
   * Makes the entity of a declaration.
   *
   * @param node Node of the declaration itself; export and decorators around it belong to it.
   */
  EntityDraft make(EntityKind kind, String name, int nameNode, int node, int parent) {
    return make(kind, name, tree.startByte(nameNode), start(node), end(node), parent);
  }

  EntityDraft make(EntityKind kind, String name, int nameStart, int start, int end, int parent) {
    EntityDraft draft = facts.entity(kind, name, nameStart, start, end, parent);
    document(draft, start);
    return draft;
  }

  private void document(EntityDraft draft, int start) {
    if (comment < 0) {
      return;
    }
    byte[] source = tree.source();
    for (int i = tree.endByte(comment); i < start; i++) {
      if (source[i] > ' ' || source[i] < 0) {
        return;
      }
    }
    if (tree.endByte(comment) <= start) {
      String text = EsComments.text(tree.text(comment));
      draft.documentation(text);
      if (text.contains("@deprecated")) {
        draft.flag(EntityFlag.DEPRECATED);
      }
    }
  }

  /** The node that holds a declaration together with its export, ambient or keyword parts. */
  int outer(int node) {
    int n = node;
    while (true) {
      int parent = tree.parent(n);
      boolean climbs =
          switch (syntax.kind(parent)) {
            case EXPORT_STATEMENT, AMBIENT_DECLARATION -> true;
            case EXPRESSION_STATEMENT -> syntax.is(n, EsNode.INTERNAL_MODULE);
            case LEXICAL_DECLARATION, VARIABLE_DECLARATION, USING_DECLARATION ->
                syntax.firstNamed(parent) == n && syntax.nextNamed(n) < 0;
            default -> false;
          };
      if (!climbs) {
        return n;
      }
      n = parent;
    }
  }

  int start(int node) {
    return tree.startByte(outer(node));
  }

  int end(int node) {
    return tree.endByte(outer(node));
  }

  /** Whether a declaration is under an export statement; "default" counts too. */
  boolean isExported(int node) {
    int top = outer(node);
    return syntax.is(top, EsNode.EXPORT_STATEMENT)
        || syntax.is(top, EsNode.AMBIENT_DECLARATION)
            && syntax.is(tree.parent(top), EsNode.EXPORT_STATEMENT);
  }

  /** Adds the modifiers that are written before the name of a declaration or member. */
  void modifiers(EntityDraft draft, int node) {
    for (int c = tree.firstChild(node); c >= 0; c = tree.nextSibling(c)) {
      if (syntax.hasField(c, EsField.NAME)
          || syntax.hasField(c, EsField.PROPERTY)
          || syntax.hasField(c, EsField.PARAMETERS)) {
        break;
      }
      modifier(draft, syntax.is(c, EsNode.DECORATOR) ? "" : syntax.text(c));
    }
    if (draft.name().startsWith("#")) {
      draft.modifier(Modifier.PRIVATE);
    }
    if (syntax.hasToken(node, "?")) {
      draft.modifier(Modifier.OPTIONAL);
    }
  }

  private static void modifier(EntityDraft draft, String text) {
    switch (text) {
      case "public" -> draft.modifier(Modifier.PUBLIC);
      case "protected" -> draft.modifier(Modifier.PROTECTED);
      case "private" -> draft.modifier(Modifier.PRIVATE);
      case "static" -> draft.modifier(Modifier.STATIC);
      case "abstract" -> draft.modifier(Modifier.ABSTRACT);
      case "readonly" -> draft.modifier(Modifier.READONLY);
      case "override" -> draft.modifier(Modifier.OVERRIDE);
      case "async" -> draft.modifier(Modifier.ASYNC);
      case "get", "set", "accessor" -> draft.modifier(Modifier.ACCESSOR);
      case "*" -> draft.modifier(Modifier.GENERATOR);
      case "declare" -> draft.modifier(Modifier.NATIVE);
      default -> {}
    }
  }

  /** Fills in what a function node says: parameters, result, type parameters, async. */
  void callable(EntityDraft draft, int function) {
    if (syntax.hasToken(function, "async")) {
      draft.modifier(Modifier.ASYNC);
    }
    switch (syntax.kind(function)) {
      case GENERATOR_FUNCTION, GENERATOR_FUNCTION_DECLARATION -> draft.modifier(Modifier.GENERATOR);
      default -> {}
    }
    typeParameters(draft, function);
    draft.declaredType(annotation(syntax.child(function, EsField.RETURN_TYPE)));
    int single = syntax.child(function, EsField.PARAMETER);
    if (single >= 0) {
      draft.parameter(new Parameter(syntax.text(single), "", false, false));
    }
    for (Parameter parameter : parameters(syntax.child(function, EsField.PARAMETERS))) {
      draft.parameter(parameter);
    }
  }

  /** Fills in what several signatures of one callable say together. */
  void overloads(EntityDraft draft, List<Integer> signatures) {
    Set<String> results = new HashSet<>();
    Set<String> typeParameters = new HashSet<>();
    List<List<Parameter>> all = new ArrayList<>();
    for (int signature : signatures) {
      results.add(annotation(syntax.child(signature, EsField.RETURN_TYPE)));
      all.add(parameters(syntax.child(signature, EsField.PARAMETERS)));
      for (String name : typeParameterNames(signature)) {
        if (typeParameters.add(name)) {
          draft.typeParameter(name);
        }
      }
    }
    draft.declaredType(results.size() == 1 ? results.iterator().next() : "");
    List<Parameter> longest = all.getFirst();
    int fewest = Integer.MAX_VALUE;
    for (List<Parameter> parameters : all) {
      if (parameters.size() > longest.size()) {
        longest = parameters;
      }
      fewest = Math.min(fewest, parameters.size());
    }
    for (int i = 0; i < longest.size(); i++) {
      Parameter p = longest.get(i);
      draft.parameter(new Parameter(p.name(), p.type(), p.optional() || i >= fewest, p.variadic()));
    }
  }

  private List<Parameter> parameters(int list) {
    List<Parameter> parameters = new ArrayList<>();
    if (list < 0) {
      return parameters;
    }
    for (int c = syntax.firstNamed(list); c >= 0; c = syntax.nextNamed(c)) {
      boolean typed =
          syntax.is(c, EsNode.REQUIRED_PARAMETER) || syntax.is(c, EsNode.OPTIONAL_PARAMETER);
      int pattern = typed ? syntax.child(c, EsField.PATTERN) : c;
      if (pattern < 0 || syntax.is(pattern, EsNode.THIS)) {
        continue;
      }
      boolean optional =
          typed
              ? syntax.is(c, EsNode.OPTIONAL_PARAMETER) || syntax.child(c, EsField.VALUE) >= 0
              : syntax.is(c, EsNode.ASSIGNMENT_PATTERN);
      if (syntax.is(pattern, EsNode.ASSIGNMENT_PATTERN)) {
        pattern = syntax.child(pattern, EsField.LEFT);
      }
      boolean variadic = syntax.is(pattern, EsNode.REST_PATTERN);
      int name = variadic ? syntax.firstNamed(pattern) : pattern;
      String text = syntax.is(name, EsNode.IDENTIFIER) ? syntax.text(name) : "";
      String type = typed ? annotation(syntax.child(c, EsField.TYPE)) : "";
      parameters.add(new Parameter(text, type, optional || variadic, variadic));
    }
    return parameters;
  }

  /** The type after a colon, as written; empty for none. */
  String annotation(int node) {
    if (node < 0) {
      return "";
    }
    int type = syntax.firstNamed(node);
    return type < 0 ? "" : syntax.flat(type);
  }

  void typeParameters(EntityDraft draft, int node) {
    typeParameterNames(node).forEach(draft::typeParameter);
  }

  private List<String> typeParameterNames(int node) {
    int list = syntax.child(node, EsField.TYPE_PARAMETERS);
    if (list < 0) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    for (int c = syntax.firstNamed(list); c >= 0; c = syntax.nextNamed(c)) {
      int name = syntax.child(c, EsField.NAME);
      if (name >= 0) {
        names.add(syntax.text(name));
      }
    }
    return names;
  }

  /** The declaration up to its body. */
  void signature(EntityDraft draft, int node) {
    int from = tree.startByte(node);
    for (int c = tree.firstChild(node); syntax.is(c, EsNode.DECORATOR); ) {
      int next = tree.nextSibling(c);
      from = next < 0 ? from : tree.startByte(next);
      c = next;
    }
    int body = syntax.child(node, EsField.BODY);
    int to = body < 0 ? tree.endByte(node) : tree.startByte(body);
    draft.signature(cut(from, to));
  }

  /** The declaration from one byte to another, without a trailing arrow, brace or semicolon. */
  String cut(int from, int to) {
    // A signature has at most 500 characters; much more than that need not be decoded.
    int end = Math.min(to, from + 4_000);
    String text =
        new String(
                tree.source(),
                from,
                Math.max(0, end - from),
                java.nio.charset.StandardCharsets.UTF_8)
            .strip();
    while (text.endsWith(";") || text.endsWith(",") || text.endsWith("=>")) {
      text = text.substring(0, text.length() - (text.endsWith("=>") ? 2 : 1)).strip();
    }
    return text;
  }

  /** The bases of a class node. */
  void bases(EntityDraft draft, int classNode) {
    int heritage = syntax.child(classNode, EsNode.CLASS_HERITAGE);
    if (heritage < 0) {
      return;
    }
    for (int c = syntax.firstNamed(heritage); c >= 0; c = syntax.nextNamed(c)) {
      switch (syntax.kind(c)) {
        case EXTENDS_CLAUSE -> {
          int value = syntax.child(c, EsField.VALUE);
          if (value >= 0) {
            draft.supertype(syntax.flat(value), SupertypeRelation.EXTENDS);
          }
        }
        case IMPLEMENTS_CLAUSE -> supertypes(draft, c, SupertypeRelation.IMPLEMENTS);
        default -> draft.supertype(syntax.flat(c), SupertypeRelation.EXTENDS);
      }
    }
  }

  /** The types of a clause as bases, without their arguments. */
  void supertypes(EntityDraft draft, int clause, SupertypeRelation relation) {
    for (int c = syntax.firstNamed(clause); c >= 0; c = syntax.nextNamed(c)) {
      int name = syntax.is(c, EsNode.GENERIC_TYPE) ? syntax.child(c, EsField.NAME) : c;
      if (name >= 0 && !syntax.is(c, EsNode.TYPE_ARGUMENTS)) {
        draft.supertype(syntax.flat(name), relation);
      }
    }
  }
}
