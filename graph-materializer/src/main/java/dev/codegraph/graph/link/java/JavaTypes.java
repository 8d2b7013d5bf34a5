package dev.codegraph.graph.link.java;

import dev.codegraph.graph.link.ProjectView;
import dev.codegraph.graph.link.Rule;
import dev.codegraph.graph.link.SourceFile;
import dev.codegraph.graph.link.Symbol;
import dev.codegraph.graph.link.SymbolEntry;
import dev.codegraph.schemas.EntityFact;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.ImportFact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Resolves type names for one file, and the types of members; remembers what it found. */
final class JavaTypes {
  private static final int MAX_DEPTH = 32;

  /** What a type name means, and why. */
  record Named(@Nullable JavaType type, List<Symbol> candidates, Rule rule) {
    static final Named NOTHING = new Named(null, List.of(), Rule.CANDIDATES);

    boolean isFound() {
      return type != null || !candidates.isEmpty();
    }
  }

  private final SourceFile file;
  private final ProjectView view;
  private final JavaContext own;
  private final Map<String, JavaContext> contexts = new HashMap<>();
  private final Map<JavaQuestion, Named> names = new HashMap<>();
  private final Map<String, Boolean> packages = new HashMap<>();
  private final JavaPlatformTypes platform;
  private final JavaInheritance inheritance;
  private int depth;

  JavaTypes(SourceFile file, ProjectView view) {
    this.file = file;
    this.view = view;
    List<String> details = new ArrayList<>();
    details.add(file.facts().packageName());
    for (ImportFact one : file.facts().imports()) {
      details.add((one.isStatic() ? "static " : "") + one.module() + " " + one.name());
    }
    this.platform = new JavaPlatformTypes(this);
    this.inheritance = new JavaInheritance(this, file, view);
    this.own = context(file.path(), details);
  }

  /** The file being linked, at top level. */
  JavaContext own() {
    return own;
  }

  /** The types of the platform. */
  JavaPlatformTypes platform() {
    return platform;
  }

  /** What types have from their bases. */
  JavaInheritance inheritance() {
    return inheritance;
  }

  private static JavaContext context(String path, List<String> details) {
    Map<String, String> singles = new HashMap<>();
    Map<String, List<String>> statics = new LinkedHashMap<>();
    List<String> wildcards = new ArrayList<>();
    List<String> staticWildcards = new ArrayList<>();
    for (String detail : details.subList(1, details.size())) {
      boolean isStatic = detail.startsWith("static ");
      String rest = isStatic ? detail.substring(7) : detail;
      int space = rest.lastIndexOf(' ');
      String module = rest.substring(0, space);
      String name = rest.substring(space + 1);
      if (name.equals("*")) {
        (isStatic ? staticWildcards : wildcards).add(module);
      } else if (isStatic) {
        statics.computeIfAbsent(name, n -> new ArrayList<>(1)).add(module);
      } else {
        singles.put(name, module.isEmpty() ? name : module + "." + name);
      }
    }
    return new JavaContext(
        path, details.getFirst(), singles, statics, wildcards, staticWildcards, "", Map.of());
  }

  /** The context in which the members of a type are written. */
  JavaContext contextOf(Symbol type) {
    return contextOf(type.path()).in(type.entry().details().getFirst());
  }

  /** The context at the top level of a file. */
  JavaContext contextOf(String path) {
    if (path.equals(file.path())) {
      return own;
    }
    JavaContext known = contexts.get(path);
    if (known == null) {
      known = own;
      for (Symbol symbol : view.lookup(JavaScopes.ofContext(path), "")) {
        known = context(path, symbol.entry().details());
      }
      contexts.put(path, known);
    }
    return known;
  }

  /** Whether any file of the project is in a package. */
  boolean hasPackage(String name) {
    return packages.computeIfAbsent(name, n -> !view.lookup(JavaScopes.ofPackage(n), "").isEmpty());
  }

  /** The type that a written type means, arguments and dimensions included. */
  JavaType type(String written, JavaContext context) {
    String text = JavaTypeText.withoutAnnotations(written);
    int dimensions = 0;
    while (text.endsWith("[]")) {
      text = text.substring(0, text.length() - 2).stripTrailing();
      dimensions++;
    }
    if (text.endsWith("...")) {
      text = text.substring(0, text.length() - 3).stripTrailing();
      dimensions++;
    }
    JavaType type = scalar(text, context);
    for (int i = 0; i < dimensions; i++) {
      type = new JavaType.Array(type);
    }
    return type;
  }

  private JavaType scalar(String text, JavaContext context) {
    int open = text.indexOf('<');
    String head = open < 0 ? text : JavaScopes.withoutArguments(text);
    if (head.indexOf(' ') >= 0) {
      head = head.replace(" ", "");
    }
    if (head.isEmpty() || head.equals("?")) {
      return bound(text, context);
    }
    JavaType bound = context.bindings().get(head);
    if (bound != null) {
      return bound;
    }
    if (JavaBuiltins.isPrimitive(head)) {
      return new JavaType.Primitive(head);
    }
    // Of Outer<A>.Inner<B> the arguments are those of the inner type.
    int last = open < 0 ? -1 : text.indexOf('<', JavaTypeText.lastDot(text) + 1);
    List<String> arguments = last < 0 ? List.of() : JavaTypeText.arguments(text, last);
    // Equal types are equal wherever they are written, when nothing in them depends on the place.
    JavaContext where = arguments.isEmpty() ? JavaContext.PLATFORM : context;
    Named named = name(head, context);
    return switch (named.type()) {
      case JavaType.Declared d -> new JavaType.Declared(d.symbol(), arguments, where);
      case JavaType.External e -> new JavaType.External(e.name(), arguments, where);
      case null -> JavaType.UNKNOWN;
      case JavaType.Array a -> a;
      case JavaType.Primitive p -> p;
      case JavaType.Unknown u -> u;
    };
  }

  /** The type of {@code ? extends X}. */
  private JavaType bound(String text, JavaContext context) {
    int extendsAt = text.indexOf("extends ");
    return extendsAt < 0 ? JavaType.UNKNOWN : type(text.substring(extendsAt + 8).strip(), context);
  }

  /** What a simple or dotted type name means in a context. */
  Named name(String dotted, JavaContext context) {
    JavaQuestion key = new JavaQuestion(context.path(), context.enclosing(), dotted);
    Named known = names.get(key);
    if (known == null) {
      if (depth >= MAX_DEPTH) {
        return Named.NOTHING;
      }
      // A name that is asked for while it is being resolved is a cycle and means nothing.
      names.put(key, Named.NOTHING);
      depth++;
      known = resolve(dotted, context);
      depth--;
      names.put(key, known);
    }
    return known;
  }

  private Named resolve(String dotted, JavaContext context) {
    int dot = dotted.indexOf('.');
    if (dot < 0) {
      return simple(dotted, context);
    }
    if (dotted.startsWith("java.") && JavaPlatform.type(dotted) != null) {
      return external(dotted, Rule.QUALIFIED_NAME);
    }
    Named head = simple(dotted.substring(0, dot), context);
    if (head.type() != null) {
      return nested(head, dotted.substring(dot + 1));
    }
    return qualified(dotted, context);
  }

  private Named nested(Named outer, String rest) {
    Named at = outer;
    for (String part : rest.split("\\.", -1)) {
      at = memberType(at, part);
      if (at.type() == null) {
        return at;
      }
    }
    return at;
  }

  private Named memberType(Named outer, String name) {
    return switch (outer.type()) {
      case JavaType.Declared declared -> {
        Symbol found = inheritance.nestedType(declared.symbol(), name);
        yield found == null ? Named.NOTHING : declared(found, outer.rule());
      }
      case JavaType.External external ->
          new Named(
              new JavaType.External(external.name() + "." + name, List.of(), own),
              List.of(),
              Rule.EXTERNAL_MEMBER);
      case null -> Named.NOTHING;
      case JavaType.Array a -> Named.NOTHING;
      case JavaType.Primitive p -> Named.NOTHING;
      case JavaType.Unknown u -> Named.NOTHING;
    };
  }

  /** A fully qualified name, with as many of its parts as needed naming the package. */
  private Named qualified(String dotted, JavaContext context) {
    for (int dot = dotted.indexOf('.'); dot > 0; dot = dotted.indexOf('.', dot + 1)) {
      int next = dotted.indexOf('.', dot + 1);
      String top = next < 0 ? dotted : dotted.substring(0, next);
      Named type = global(top, context, Rule.QUALIFIED_NAME);
      if (type.isFound()) {
        return next < 0 || type.type() == null ? type : nested(type, dotted.substring(next + 1));
      }
    }
    // By convention packages are written small: the first part with a capital is the type.
    for (int dot = dotted.indexOf('.'); dot > 0; dot = dotted.indexOf('.', dot + 1)) {
      if (dot + 1 < dotted.length()
          && Character.isUpperCase(dotted.charAt(dot + 1))
          && Character.isLowerCase(dotted.charAt(0))) {
        return hasPackage(dotted.substring(0, dot))
            ? Named.NOTHING
            : new Named(
                new JavaType.External(dotted, List.of(), own), List.of(), Rule.QUALIFIED_NAME);
      }
    }
    return Named.NOTHING;
  }

  private Named simple(String name, JavaContext context) {
    Named inside = enclosed(name, context);
    if (inside.isFound()) {
      return inside;
    }
    String imported = context.singles().get(name);
    if (imported != null) {
      Named type = global(imported, context, Rule.IMPORT);
      return type.isFound() || hasPackage(JavaTypeText.parent(imported))
          ? type
          : external(imported, Rule.EXTERNAL_IMPORT);
    }
    for (String type : context.statics().getOrDefault(name, List.of())) {
      Named nested = name(type, context.in(""));
      Symbol found =
          nested.type() instanceof JavaType.Declared d
              ? inheritance.nestedType(d.symbol(), name)
              : null;
      if (found != null) {
        return declared(found, Rule.IMPORT);
      }
    }
    Named same =
        global(
            context.packageName().isEmpty() ? name : context.packageName() + "." + name,
            context,
            Rule.SAME_PACKAGE);
    if (same.isFound()) {
      return same;
    }
    return onDemand(name, context);
  }

  private Named onDemand(String name, JavaContext context) {
    List<String> unknown = new ArrayList<>();
    for (String wildcard : context.wildcards()) {
      Named type = global(wildcard + "." + name, context, Rule.WILDCARD_IMPORT);
      if (type.isFound()) {
        return type;
      }
      if (JavaPlatform.type(wildcard + "." + name) != null) {
        return external(wildcard + "." + name, Rule.EXTERNAL_IMPORT);
      }
      if (JavaPlatform.isModule(wildcard)) {
        String qualified = JavaPlatform.qualified(name);
        if (qualified != null) {
          return external(qualified, Rule.EXTERNAL_IMPORT);
        }
      } else if (!JavaPlatform.hasPackage(wildcard) && !hasPackage(wildcard)) {
        unknown.add(wildcard);
      }
    }
    if (JavaBuiltins.isInJavaLang(name)) {
      return external("java.lang." + name, Rule.BUILTIN);
    }
    return unknown.size() == 1
        ? external(unknown.getFirst() + "." + name, Rule.EXTERNAL_IMPORT)
        : Named.NOTHING;
  }

  private Named external(String name, Rule rule) {
    return new Named(new JavaType.External(name, List.of(), own), List.of(), rule);
  }

  /** A type that is declared in, or inherited by, one of the types around the place. */
  private Named enclosed(String name, JavaContext context) {
    String key = context.enclosing();
    while (!key.isEmpty()) {
      Named found = JavaScopes.isGlobal(key) ? inGlobal(key, name, context) : Named.NOTHING;
      if (found.isFound()) {
        return found;
      }
      String outer = JavaTypeText.parent(key);
      if (!JavaScopes.isGlobal(key) || outer.equals(context.packageName())) {
        break;
      }
      key = outer;
    }
    return context.path().equals(file.path()) && !JavaScopes.isGlobal(context.enclosing())
        ? local(name, context)
        : Named.NOTHING;
  }

  private Named inGlobal(String key, String name, JavaContext context) {
    Symbol around = pick(view.lookup(JavaScopes.ofType(key), ""), context.path());
    if (around == null) {
      return Named.NOTHING;
    }
    if (JavaTypeText.simpleName(key).equals(name)) {
      return declared(around, Rule.SAME_FILE);
    }
    if (isTypeParameter(around.entry(), name)) {
      return new Named(boundOf(around.entry(), name, context), List.of(), Rule.SAME_FILE);
    }
    Symbol nested = inheritance.nestedType(around, name);
    if (nested == null) {
      return Named.NOTHING;
    }
    return declared(
        nested, nested.path().equals(context.path()) ? Rule.SAME_FILE : Rule.INHERITED_MEMBER);
  }

  /** Inside a local or anonymous class: walk the entities of the file outwards. */
  private Named local(String name, JavaContext context) {
    String localId = context.enclosing().substring(context.enclosing().lastIndexOf('#') + 1);
    List<EntityFact> entities = file.facts().entities();
    int at = 0;
    for (int i = 1; i < entities.size(); i++) {
      if (file.localId(i).equals(localId)) {
        at = i;
      }
    }
    for (; at > 0; at = entities.get(at).parent()) {
      EntityFact entity = entities.get(at);
      if (!JavaScopes.isTypeLike(entity.kind())) {
        continue;
      }
      String key = JavaScopes.typeKey(file, at);
      if (JavaScopes.isGlobal(key)) {
        return enclosed(name, context.in(key));
      }
      if (entity.name().equals(name)) {
        return declared(symbolOf(at), Rule.SAME_FILE);
      }
      Symbol nested = inheritance.nestedType(symbolOf(at), name);
      if (nested != null) {
        return declared(nested, Rule.SAME_FILE);
      }
    }
    return Named.NOTHING;
  }

  /** An entry for a type of this file that other files cannot name. */
  Symbol symbolOf(int entity) {
    EntityFact fact = file.facts().entities().get(entity);
    List<String> details = new ArrayList<>();
    details.add(JavaScopes.typeKey(file, entity));
    JavaScopes.addBases(file, entity, details);
    fact.typeParameters().forEach(p -> details.add(JavaScopes.TYPE_PARAMETER + p));
    return new Symbol(
        file.path(),
        new SymbolEntry(
            "",
            fact.name(),
            file.localId(entity),
            fact.kind(),
            fact.modifiers(),
            0,
            0,
            "",
            details));
  }

  private static boolean isTypeParameter(SymbolEntry type, String name) {
    return JavaTypeText.parameterText(type, name) != null;
  }

  private JavaType boundOf(SymbolEntry entry, String name, JavaContext context) {
    String text = JavaTypeText.parameterText(entry, name);
    int extendsAt = text == null ? -1 : text.indexOf(" extends ");
    if (text == null || extendsAt < 0) {
      return JavaType.UNKNOWN;
    }
    String bound = text.substring(extendsAt + 9);
    int and = bound.indexOf('&');
    return type((and < 0 ? bound : bound.substring(0, and)).strip(), context);
  }

  private Named global(String qualified, JavaContext context, Rule rule) {
    List<Symbol> found = view.lookup(JavaScopes.ofType(qualified), "");
    if (found.isEmpty()) {
      return Named.NOTHING;
    }
    Symbol one = pick(found, context.path());
    return one == null ? new Named(null, found, Rule.CANDIDATES) : declared(one, rule);
  }

  private Named declared(Symbol symbol, Rule rule) {
    return new Named(new JavaType.Declared(symbol, List.of(), own), List.of(), rule);
  }

  /**
   * Of several files that declare a type the one that is meant from a path: the file itself, else
   * the only one under the same source root, else the only one in the same build module, else the
   * only one that is not test code; null when that does not decide.
   */
  static @Nullable Symbol pick(List<Symbol> symbols, String fromPath) {
    if (symbols.size() <= 1) {
      return symbols.isEmpty() ? null : symbols.getFirst();
    }
    List<String> nearest = new ArrayList<>();
    nearest.add(fromPath);
    int src = fromPath.lastIndexOf("/src/");
    if (src >= 0) {
      int root = fromPath.indexOf('/', src + 5);
      if (root >= 0) {
        nearest.add(fromPath.substring(0, root + 1));
      }
      nearest.add(fromPath.substring(0, src + 5));
    }
    for (String prefix : nearest) {
      Symbol only = only(symbols, prefix);
      if (only != null) {
        return only;
      }
    }
    Symbol main = null;
    for (Symbol symbol : symbols) {
      if (!symbol.path().contains("/test/") && !symbol.path().startsWith("test/")) {
        if (main != null) {
          return null;
        }
        main = symbol;
      }
    }
    return main;
  }

  private static @Nullable Symbol only(List<Symbol> symbols, String prefix) {
    Symbol only = null;
    for (Symbol symbol : symbols) {
      if (symbol.path().startsWith(prefix)) {
        if (only != null) {
          return null;
        }
        only = symbol;
      }
    }
    return only;
  }

  /** Key of the innermost type that an entity of this file is, or is in; empty for none. */
  String enclosingKey(int entity) {
    List<EntityFact> entities = file.facts().entities();
    for (int at = entity; at > 0; at = entities.get(at).parent()) {
      if (JavaScopes.isTypeLike(entities.get(at).kind())) {
        return JavaScopes.typeKey(file, at);
      }
    }
    return "";
  }

  /**
   * The type that a member has when it is used through a receiver.
   *
   * @param receiver Type of the receiver; null when the member is used by its bare name.
   */
  JavaType typeOf(Symbol member, @Nullable JavaType receiver) {
    SymbolEntry entry = member.entry();
    if (entry.kind() == EntityKind.ENUM_MEMBER) {
      Symbol type =
          pick(view.lookup(JavaScopes.ofType(entry.details().getFirst()), ""), member.path());
      return type == null ? JavaType.UNKNOWN : new JavaType.Declared(type, List.of(), own);
    }
    return entry.type().isEmpty() ? JavaType.UNKNOWN : typeIn(entry.type(), member, receiver);
  }

  /** The type that is written in the declaration of a member. */
  JavaType typeIn(String written, Symbol member, @Nullable JavaType receiver) {
    SymbolEntry entry = member.entry();
    JavaContext context = contextOf(member.path()).in(entry.details().getFirst());
    Map<String, JavaType> bindings = new HashMap<>();
    if (receiver instanceof JavaType.Declared declared) {
      JavaType.Declared owner = inheritance.asBase(declared, entry.details().getFirst());
      if (owner != null && !owner.arguments().isEmpty()) {
        bindings.putAll(inheritance.bindings(owner));
      }
    }
    for (String variable : JavaTypeText.variables(entry)) {
      bindings.put(variable, boundOf(entry, variable, context));
    }
    return type(written, context.with(bindings));
  }

  /** The type that declares a member; null when several files declare one of that name. */
  @Nullable Symbol declarer(Symbol member) {
    String key = member.entry().details().getFirst();
    return JavaScopes.isGlobal(key)
        ? pick(view.lookup(JavaScopes.ofType(key), ""), member.path())
        : null;
  }
}
