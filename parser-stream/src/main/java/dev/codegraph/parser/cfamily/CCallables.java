package dev.codegraph.parser.cfamily;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.EntityFlag;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.Modifier;
import dev.codegraph.schemas.Parameter;
import dev.codegraph.schemas.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Functions and methods, their prototypes, and what macros make of them. */
final class CCallables {
  /** Macros of test frameworks that take names and are followed by a body. */
  private static final Set<String> TESTS =
      Set.of(
          "TEST",
          "TEST_F",
          "TEST_P",
          "TYPED_TEST",
          "TYPED_TEST_P",
          "TEST_CASE",
          "TEST_CASE_METHOD",
          "TEST_METHOD",
          "TEMPLATE_TEST_CASE",
          "SCENARIO",
          "BOOST_AUTO_TEST_CASE",
          "BOOST_FIXTURE_TEST_CASE",
          "UTEST",
          "UTEST_F");

  private static final Set<String> BENCHMARKS =
      Set.of("BENCHMARK_F", "BENCHMARK_DEFINE_F", "BENCHMARK_TEMPLATE_F");

  private static final Set<String> KEYWORDS =
      Set.of("if", "for", "while", "switch", "return", "else", "do", "sizeof", "catch");

  private static final Set<String> ENTRY_POINTS = Set.of("main", "wmain", "WinMain", "wWinMain");

  private final CWalk walk;
  private final CSyntax syntax;
  private final List<EntityDraft> functions = new ArrayList<>();
  private final Set<String> benchmarks = new HashSet<>();

  CCallables(CWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  /** Whether a declarator declares a function. */
  boolean isFunction(CDeclarator declarator) {
    return declarator.function() >= 0 || conversion(declarator) >= 0;
  }

  /** The conversion operator that is declared, or -1. */
  private int conversion(CDeclarator declarator) {
    int node = declarator.name();
    while (syntax.is(node, CNode.QUALIFIED_IDENTIFIER)) {
      node = syntax.field(node, CField.NAME);
    }
    return syntax.is(node, CNode.OPERATOR_CAST) ? node : -1;
  }

  /**
   * Adds a function.
   *
   * @param node Definition or declaration.
   * @param declaratorNode Its declarator, one of several in a declaration.
   * @param isFriend Whether a class only befriends it.
   */
  void declare(int node, int declaratorNode, CHead head, boolean isFriend) {
    CDeclarator declarator = walk.types().declarator(declaratorNode);
    if (declarator.name() < 0) {
      return;
    }
    if (isMacro(node, declarator)) {
      macro(node, declarator);
      return;
    }
    CName name = CName.of(syntax, walk.types(), declarator.name());
    if (name.text().isEmpty() || KEYWORDS.contains(name.text())) {
      // A macro before a statement can make it look like a function.
      walk.code().parts(node);
      return;
    }
    int parent = walk.entities().home(name);
    EntityKind kind = isFriend ? EntityKind.FUNCTION : kindOf(node, name, parent);
    EntityDraft draft = walk.entities().add(kind, name.text(), name.node(), node, head, parent);
    int conversion = conversion(declarator);
    int function =
        conversion < 0 ? declarator.function() : syntax.field(conversion, CField.DECLARATOR);
    describe(draft, node, declarator, function);
    walk.entities().bindHome(draft, name);
    if (kind == EntityKind.FUNCTION) {
      walk.names().function(name.text());
    }
    functions.add(draft);
    int body = syntax.field(node, CField.BODY);
    if (body < 0) {
      prototype(draft, node);
    }
    if (parent == 0 && name.qualifier().isEmpty() && ENTRY_POINTS.contains(name.text())) {
      draft.flag(EntityFlag.ENTRY_POINT);
    }
    Runnable inside =
        () -> {
          walk.types().declarationReferences(node);
          walk.entities().scopeReferences(declarator.name());
          code(draft, node, function, body);
        };
    if (body < 0) {
      walk.context().inBody(draft.index(), syntax.end(node), inside);
    } else {
      walk.context().inCallable(draft.index(), syntax.end(node), inside);
    }
  }

  /** Adds a function whose beginning is sound and whose body is not. */
  void broken(int node, int functionDeclarator) {
    CDeclarator declarator = walk.types().declarator(functionDeclarator);
    CName name = CName.of(syntax, walk.types(), declarator.name());
    if (declarator.function() < 0 || name.text().isEmpty()) {
      return;
    }
    int parent = walk.entities().home(name);
    EntityKind kind = kindOf(node, name, parent);
    EntityDraft draft =
        walk.entities().add(kind, name.text(), name.node(), functionDeclarator, CHead.NONE, parent);
    draft.signature(
        syntax.signature(syntax.start(functionDeclarator), syntax.end(functionDeclarator)));
    int list = syntax.field(declarator.function(), CField.PARAMETERS);
    walk.types().parameters(list).forEach(draft::parameter);
    walk.entities().bindHome(draft, name);
    walk.names().function(name.text());
    walk.context()
        .inEntity(draft.index(), () -> walk.types().functionReferences(declarator.function()));
  }

  private EntityKind kindOf(int node, CName name, int parent) {
    if (name.text().startsWith("~")) {
      return EntityKind.DESTRUCTOR;
    }
    EntityDraft home = walk.context().facts().entity(parent);
    boolean isTyped = syntax.field(node, CField.TYPE) >= 0;
    if (home.kind().isType()) {
      return !isTyped && home.name().equals(name.text())
          ? EntityKind.CONSTRUCTOR
          : EntityKind.METHOD;
    }
    if (name.qualifier().isEmpty() || home.index() != walk.context().owner()) {
      return EntityKind.FUNCTION;
    }
    return !isTyped && name.qualifier().getLast().equals(name.text())
        ? EntityKind.CONSTRUCTOR
        : EntityKind.METHOD;
  }

  private void describe(EntityDraft draft, int node, CDeclarator declarator, int function) {
    int end = syntax.end(node);
    for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
      if (syntax.hasField(c, CField.BODY) || syntax.is(c, CNode.FIELD_INITIALIZER_LIST)) {
        end = Math.min(end, syntax.start(c));
      }
    }
    draft.signature(walk.entities().head(draft.startByte(), end));
    int conversion = conversion(declarator);
    int trailing = syntax.child(function, CNode.TRAILING_RETURN_TYPE);
    String result =
        conversion >= 0
            ? CName.cast(syntax, walk.types(), conversion)
            : trailing >= 0
                ? walk.types().text(syntax.firstNamed(trailing))
                : walk.types().declared(node, declarator);
    draft.declaredType(result);
    for (Parameter parameter : walk.types().parameters(syntax.field(function, CField.PARAMETERS))) {
      draft.parameter(withDeclaredType(parameter, node));
      if (parameter.type().contains("benchmark::State")) {
        draft.flag(EntityFlag.BENCHMARK);
      }
    }
    walk.modifiers().describe(draft, node, function);
    walk.entities().linkage(draft);
  }

  /** In old C the types of parameters are declared behind the parentheses. */
  private Parameter withDeclaredType(Parameter parameter, int node) {
    if (!parameter.type().isEmpty()) {
      return parameter;
    }
    for (int declaration : syntax.children(node, CNode.DECLARATION)) {
      for (int each : syntax.fields(declaration, CField.DECLARATOR)) {
        CDeclarator declarator = walk.types().declarator(each);
        if (syntax.textEquals(declarator.name(), parameter.name())) {
          String type = walk.types().declared(declaration, declarator);
          return new Parameter(parameter.name(), type, false, false);
        }
      }
    }
    return parameter;
  }

  private void prototype(EntityDraft draft, int node) {
    boolean isPure =
        syntax.textEquals(syntax.field(node, CField.DEFAULT_VALUE), "0")
            || syntax.hasToken(node, "0");
    if (isPure) {
      draft.modifier(Modifier.ABSTRACT);
    }
    if (syntax.child(node, CNode.DEFAULT_METHOD_CLAUSE) < 0) {
      draft.modifier(Modifier.DECLARATION);
    }
  }

  /** Walks parameters, initialisers and body. */
  private void code(EntityDraft draft, int node, int function, int body) {
    walk.types().functionReferences(function);
    int from = function < 0 ? syntax.start(node) : syntax.start(function);
    if (body >= 0) {
      for (Parameter parameter : draft.parameters()) {
        bindParameter(parameter, from);
      }
    }
    for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
      switch (syntax.kind(c)) {
        case FIELD_INITIALIZER_LIST -> initializers(c);
        case REQUIRES_CLAUSE -> walk.code().statement(c);
        case DECLARATION -> walk.types().declarationReferences(c);
        default -> {}
      }
    }
    if (body >= 0) {
      walk.code().statement(body);
    }
  }

  void bindParameter(Parameter parameter, int from) {
    walk.context().bind(parameter.name(), BindingKind.PARAMETER, from, parameter.type(), -1);
  }

  /** What stands between the colon and the body of a constructor. */
  void initializers(int list) {
    for (int c = syntax.firstNamed(list); c >= 0; c = syntax.nextNamed(c)) {
      if (!syntax.is(c, CNode.FIELD_INITIALIZER)) {
        walk.code().statement(c);
        continue;
      }
      int nameNode = syntax.firstNamed(c);
      int arguments = syntax.nextNamed(nameNode);
      if (syntax.is(nameNode, CNode.FIELD_IDENTIFIER) && !isBase(syntax.text(nameNode))) {
        walk.context().reference(Role.WRITE, syntax.text(nameNode), nameNode, -1, -1);
      } else {
        walk.expressions().literals().construct(nameNode, arguments, Role.CALL);
      }
      walk.code().parts(arguments);
    }
  }

  /** Whether a name in an initialiser list is that of the class or of a base, as far as known. */
  private boolean isBase(String name) {
    EntityDraft owner = walk.context().facts().entity(walk.context().owner());
    EntityDraft type = owner.parent() < 0 ? owner : walk.context().facts().entity(owner.parent());
    return owner.name().equals(name)
        || type.supertypes().stream()
            .anyMatch(base -> base.name().substring(base.name().lastIndexOf('.') + 1).equals(name));
  }

  /** Whether a definition is really a macro with arguments and a body behind it. */
  private boolean isMacro(int node, CDeclarator declarator) {
    if (syntax.field(node, CField.TYPE) >= 0
        || !syntax.is(declarator.name(), CNode.IDENTIFIER)
        || !syntax.is(node, CNode.FUNCTION_DEFINITION)) {
      return false;
    }
    String name = syntax.text(declarator.name());
    return TESTS.contains(name) || BENCHMARKS.contains(name);
  }

  private void macro(int node, CDeclarator declarator) {
    int list = syntax.field(declarator.function(), CField.PARAMETERS);
    List<Integer> arguments = syntax.parts(list);
    macro(declarator.name(), arguments, node, syntax.end(node), syntax.field(node, CField.BODY));
  }

  /**
   * Adds a function that a macro makes of its arguments and the body behind it.
   *
   * @param call The macro's name with its arguments, as an expression statement.
   * @param body The compound statement behind it.
   */
  void macroWithBody(int call, int body) {
    int expression = syntax.firstNamed(call);
    int nameNode = syntax.field(expression, CField.FUNCTION);
    List<Integer> arguments = syntax.parts(syntax.field(expression, CField.ARGUMENTS));
    macro(nameNode, arguments, call, syntax.end(body), body);
  }

  private void macro(int macroName, List<Integer> arguments, int node, int end, int body) {
    String macro = syntax.text(macroName);
    boolean isTest = TESTS.contains(macro);
    boolean isBenchmark = BENCHMARKS.contains(macro);
    int nameNode =
        (isTest || isBenchmark) && !arguments.isEmpty() ? arguments.getFirst() : macroName;
    EntityDraft draft =
        walk.context()
            .facts()
            .entity(
                EntityKind.FUNCTION,
                nameNode == macroName ? macro : macroName(arguments),
                syntax.start(nameNode),
                syntax.start(node),
                end,
                walk.context().owner())
            .signature(syntax.signature(syntax.start(node), syntax.start(body)));
    walk.comments().document(draft, syntax.start(node), end);
    if (isTest) {
      draft.flag(EntityFlag.TEST);
    } else if (isBenchmark) {
      draft.flag(EntityFlag.BENCHMARK);
    }
    walk.context()
        .inCallable(
            draft.index(),
            end,
            () -> {
              walk.context().reference(Role.CALL, macro, macroName, -1, arguments.size());
              walk.code().statement(body);
            });
  }

  /** Two names, or the text of one string. */
  private String macroName(List<Integer> arguments) {
    String first = syntax.normalText(arguments.getFirst());
    if (first.startsWith("\"")) {
      return first.replace("\"", "");
    }
    boolean hasTwo = arguments.size() > 1 && !syntax.text(arguments.get(1)).startsWith("\"");
    return hasTwo ? first + "." + syntax.normalText(arguments.get(1)) : first;
  }

  /** Notes that a macro registers a function as a benchmark. */
  void benchmark(String name) {
    benchmarks.add(name);
  }

  /** Flags the functions that were registered. */
  void flagBenchmarks() {
    for (EntityDraft function : functions) {
      if (benchmarks.contains(function.name())) {
        function.flag(EntityFlag.BENCHMARK);
      }
    }
  }
}
