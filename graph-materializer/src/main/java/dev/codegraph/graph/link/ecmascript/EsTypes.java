package dev.codegraph.graph.link.ecmascript;

import dev.codegraph.graph.link.Symbol;
import dev.codegraph.graph.link.SymbolEntry;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What types are and have: types as written, members through bases, results of calls. Follows at
 * most {@value #MAX_DEPTH} steps; what is deeper is not known.
 */
final class EsTypes {
  private static final int MAX_DEPTH = 32;

  private final EsProject project;
  private int depth;

  EsTypes(EsProject project) {
    this.project = project;
  }

  /** How the names in a type or expression are found. */
  interface Names {
    /** What a name means; empty when nothing is known. */
    List<EsValue> find(String name, boolean type);

    boolean isTypeParameter(String name);
  }

  /** Members that were found, or why not. */
  static final class Found {
    final List<EsValue> values = new ArrayList<>(1);

    /** Found in a base of the type that was asked for. */
    boolean inherited;

    /** A base is outside the project or not known, so that the member may be there. */
    boolean openBase;

    boolean isEmpty() {
      return values.isEmpty();
    }
  }

  /** The names that an entry of the project is written in. */
  Names namesOf(Symbol symbol) {
    String path = symbol.path();
    String namespace = EsInfo.namespace(symbol.entry());
    List<String> typeParameters = EsInfo.marked(symbol.entry(), EsInfo.TYPE_PARAMETER);
    return new Names() {
      @Override
      public List<EsValue> find(String name, boolean type) {
        return moduleName(path, namespace, name, type);
      }

      @Override
      public boolean isTypeParameter(String name) {
        return typeParameters.contains(name);
      }
    };
  }

  /** What a name means at the top level of a file, or in a namespace of it. */
  List<EsValue> moduleName(String path, String namespace, String name, boolean type) {
    String around = namespace;
    while (!around.isEmpty()) {
      List<EsValue> inside = fitting(project.names(path, around + "." + name), type);
      if (!inside.isEmpty()) {
        return inside;
      }
      int dot = around.lastIndexOf('.');
      around = dot < 0 ? "" : around.substring(0, dot);
    }
    List<EsValue> own = fitting(project.names(path, name), type);
    if (!own.isEmpty()) {
      return own;
    }
    List<EsValue> imported = fitting(project.imported(path, name), type, true);
    if (!imported.isEmpty() || project.imports(path, name)) {
      return imported;
    }
    if (EsGlobals.has(name)) {
      return List.of(EsGlobals.of(name));
    }
    return fitting(project.globals(name), type);
  }

  /** Those of some declarations that live in the space asked for; all of them when none does. */
  static List<EsValue> fitting(List<Symbol> symbols, boolean type) {
    if (symbols.isEmpty()) {
      return List.of();
    }
    List<EsValue> all = new ArrayList<>(symbols.size());
    symbols.forEach(symbol -> all.add(new EsValue.Named(symbol)));
    return fitting(all, type, false);
  }

  static List<EsValue> fitting(List<EsValue> values, boolean type, boolean orAll) {
    if (values.size() <= 1 && orAll) {
      return values;
    }
    List<EsValue> fit = new ArrayList<>(values.size());
    for (EsValue value : values) {
      if (!(value instanceof EsValue.Named named) || fits(named.symbol().entry(), type)) {
        fit.add(value);
      }
    }
    return fit.isEmpty() && (orAll || !type) ? values : fit;
  }

  private static boolean fits(SymbolEntry entry, boolean type) {
    return type
        ? EsPolicyNames.isType(entry.kind())
            || entry.kind() == EntityKind.CONSTANT
            || entry.kind() == EntityKind.FUNCTION
        : EsPolicyNames.isValue(entry.kind());
  }

  /** The value that a type as written has; null when it is not known. */
  @Nullable EsValue type(String text, Names names) {
    if (depth > MAX_DEPTH) {
      return null;
    }
    depth++;
    try {
      return parse(text.strip(), names);
    } finally {
      depth--;
    }
  }

  private @Nullable EsValue parse(String text, Names names) {
    if (text.isEmpty()) {
      return null;
    }
    List<String> union = EsTypeText.split(text, '|');
    if (union.size() > 1) {
      EsValue only = null;
      for (String part : union) {
        if (EsTypeText.isNothing(part)) {
          continue;
        }
        if (only != null) {
          return null;
        }
        only = type(part, names);
        if (only == null) {
          return null;
        }
      }
      return only;
    }
    if (EsTypeText.arrow(text) >= 0 || EsTypeText.split(text, '&').size() > 1) {
      return null;
    }
    if (text.startsWith("readonly ")) {
      return type(text.substring(9), names);
    }
    if (text.endsWith("[]")) {
      EsValue element = type(text.substring(0, text.length() - 2), names);
      return new EsValue.ListOf(element == null ? new EsValue.Unknown() : element);
    }
    char first = text.charAt(0);
    if (first == '(' && text.endsWith(")")) {
      return type(text.substring(1, text.length() - 1), names);
    }
    if (first == '"' || first == '\'' || first == '`') {
      return EsGlobals.of("String");
    }
    if (text.startsWith("typeof ")) {
      return dotted(text.substring(7).strip(), names, false);
    }
    int open = text.indexOf('<');
    String name = open < 0 ? text : text.substring(0, open).strip();
    if (!EsTypeText.isName(name) || open >= 0 && !text.endsWith(">")) {
      return null;
    }
    List<String> arguments =
        open < 0 ? List.of() : EsTypeText.split(text.substring(open + 1, text.length() - 1), ',');
    return named(name, arguments, names);
  }

  private @Nullable EsValue named(String name, List<String> arguments, Names names) {
    switch (name) {
      case "string" -> {
        return EsGlobals.of("String");
      }
      case "number" -> {
        return EsGlobals.of("Number");
      }
      case "boolean" -> {
        return EsGlobals.of("Boolean");
      }
      case "any", "unknown", "void", "never", "object", "this", "undefined", "null" -> {
        return null;
      }
      default -> {}
    }
    if (names.isTypeParameter(name)) {
      return null;
    }
    EsValue value = dotted(name, names, true);
    if (value instanceof EsValue.External external && external.isBuiltin()) {
      EsValue argument = arguments.isEmpty() ? null : builtinArgument(name, arguments, names);
      switch (name) {
        case "Promise", "PromiseLike" -> {
          return new EsValue.PromiseOf(argument == null ? new EsValue.Unknown() : argument);
        }
        case "Array", "ReadonlyArray" -> {
          return new EsValue.ListOf(argument == null ? new EsValue.Unknown() : argument);
        }
        case "Readonly", "Required", "Partial", "NonNullable", "Awaited" -> {
          return argument;
        }
        case "InstanceType" -> {
          return argument == null ? null : created(argument);
        }
        case "ReturnType",
            "Pick",
            "Omit",
            "Record",
            "Exclude",
            "Extract",
            "Parameters",
            "ThisType",
            "PropertyKey" -> {
          return null;
        }
        default -> {
          return external;
        }
      }
    }
    return value == null ? null : instance(value);
  }

  private @Nullable EsValue builtinArgument(String name, List<String> arguments, Names names) {
    return switch (name) {
      case "Promise",
          "PromiseLike",
          "Array",
          "ReadonlyArray",
          "Readonly",
          "Required",
          "Partial",
          "NonNullable",
          "Awaited",
          "InstanceType" ->
          type(arguments.getFirst(), names);
      default -> null;
    };
  }

  /** What a dotted name means. */
  private @Nullable EsValue dotted(String name, Names names, boolean type) {
    int dot = name.indexOf('.');
    EsValue value = only(names.find(dot < 0 ? name : name.substring(0, dot), type && dot < 0));
    while (value != null && dot >= 0) {
      int next = name.indexOf('.', dot + 1);
      String part = name.substring(dot + 1, next < 0 ? name.length() : next);
      Found found = member(value, part);
      value = found == null ? null : only(fitting(found.values, type && next < 0, true));
      dot = next;
    }
    return value;
  }

  /** The one value of several that are the same thing declared in parts; null when they differ. */
  static @Nullable EsValue only(List<EsValue> values) {
    if (values.isEmpty()) {
      return null;
    }
    EsValue first = values.getFirst();
    for (EsValue other : values.subList(1, values.size())) {
      if (!same(first, other)) {
        return null;
      }
    }
    return first;
  }

  /** Whether two values are declarations of one name in one place. */
  static boolean same(EsValue a, EsValue b) {
    return a instanceof EsValue.Named x && b instanceof EsValue.Named y
        ? x.symbol().path().equals(y.symbol().path())
            && EsInfo.nested(x.symbol().entry()).equals(EsInfo.nested(y.symbol().entry()))
        : a.equals(b);
  }

  /** An instance of a named type. */
  @Nullable EsValue instance(EsValue type) {
    return switch (type) {
      case EsValue.Named named ->
          switch (named.symbol().entry().kind()) {
            case CLASS, INTERFACE, TYPE_ALIAS, FUNCTION ->
                new EsValue.Instance(named.symbol().path(), EsInfo.nested(named.symbol().entry()));
            case CONSTANT -> {
              EsValue value = value(type);
              yield value == null || value instanceof EsValue.Named other && other.equals(type)
                  ? null
                  : value instanceof EsValue.Named ? instance(value) : null;
            }
            default -> null;
          };
      case EsValue.External external -> external.isModule() ? null : external;
      default -> null;
    };
  }

  /** What {@code new} makes of a value. */
  @Nullable EsValue created(EsValue callee) {
    if (depth > MAX_DEPTH) {
      return null;
    }
    return switch (callee) {
      case EsValue.Named named ->
          switch (named.symbol().entry().kind()) {
            case CLASS, FUNCTION -> instance(callee);
            case CONSTANT, VARIABLE, FIELD, PROPERTY -> {
              EsValue value = value(callee);
              yield value == null || value.equals(callee) ? null : createdDeeper(value);
            }
            default -> null;
          };
      case EsValue.External external ->
          external.symbol().equals(EsGlobals.PREFIX + "Array")
              ? new EsValue.ListOf(new EsValue.Unknown())
              : external.isModule() ? null : external;
      case EsValue.Module module -> {
        EsValue whole = project.whole(module);
        yield whole == null ? null : createdDeeper(whole);
      }
      default -> null;
    };
  }

  private @Nullable EsValue createdDeeper(EsValue callee) {
    depth++;
    try {
      return created(callee);
    } finally {
      depth--;
    }
  }

  /** What reading something gives: the value of a variable; itself for all that has no value. */
  @Nullable EsValue value(EsValue read) {
    if (!(read instanceof EsValue.Named named)) {
      return read;
    }
    SymbolEntry entry = named.symbol().entry();
    return switch (entry.kind()) {
      case CONSTANT, VARIABLE, FIELD, PROPERTY -> {
        if (entry.type().equals(EsEncoder.OBJECT)) {
          yield read;
        }
        yield typed(named.symbol(), null);
      }
      case METHOD -> Modifier.ACCESSOR.in(entry.modifiers()) ? typed(named.symbol(), null) : read;
      case ENUM_MEMBER, INTERFACE, TYPE_ALIAS -> null;
      default -> read;
    };
  }

  /** The type of an entry: as written, or what its expression has. */
  private @Nullable EsValue typed(Symbol symbol, @Nullable EsValue receiver) {
    String text = symbol.entry().type();
    if (text.isEmpty()) {
      return null;
    }
    if (text.equals("this") || text.equals("=this")) {
      return receiver;
    }
    return text.charAt(0) == '=' ? evaluate(text, symbol) : type(text, namesOf(symbol));
  }

  /** Whether the type of something is written rather than inferred. */
  static boolean isDeclared(EsValue value) {
    return value instanceof EsValue.Named named
        && !named.symbol().entry().type().isEmpty()
        && named.symbol().entry().type().charAt(0) != '=';
  }

  private @Nullable EsValue evaluate(String text, Symbol symbol) {
    if (depth > MAX_DEPTH) {
      return null;
    }
    depth++;
    try {
      Names names = namesOf(symbol);
      String path = symbol.path();
      String[] steps = text.substring(1).split("\n");
      String first = steps[0];
      String rest = first.length() > 2 ? first.substring(2) : "";
      EsValue value =
          switch (first.charAt(0)) {
            case 'n' -> only(names.find(rest, false));
            case 't' -> new EsValue.Instance(path, rest);
            case 's' -> only(fitting(project.names(path, rest), false));
            case 'c' -> type(rest, names);
            case 'm' -> project.module(path, rest);
            case 'l' -> literal(rest);
            default -> null;
          };
      EsValue receiver = null;
      for (int i = 1; i < steps.length && value != null; i++) {
        String step = steps[i];
        switch (step) {
          case "()" -> {
            value = result(value, receiver);
            receiver = null;
          }
          case "new" -> value = created(value);
          case "[]" -> value = element(read(value));
          case "await" -> value = awaited(read(value));
          default -> {
            receiver = read(value);
            Found found = receiver == null ? null : member(receiver, step.substring(1));
            value = found == null ? null : only(fitting(found.values, false, true));
          }
        }
      }
      return value == null ? null : read(value);
    } finally {
      depth--;
    }
  }

  private @Nullable EsValue read(EsValue value) {
    if (depth > MAX_DEPTH) {
      return null;
    }
    depth++;
    try {
      return value(value);
    } finally {
      depth--;
    }
  }

  static @Nullable EsValue literal(String kind) {
    return switch (kind) {
      case "string" -> EsGlobals.of("String");
      case "number" -> EsGlobals.of("Number");
      case "boolean" -> EsGlobals.of("Boolean");
      case "regex" -> EsGlobals.of("RegExp");
      case "list" -> new EsValue.ListOf(new EsValue.Unknown());
      default -> null;
    };
  }

  /** What awaiting gives. */
  static @Nullable EsValue awaited(@Nullable EsValue value) {
    return value instanceof EsValue.PromiseOf promise ? promise.value() : value;
  }

  /** What an index or a loop gives. */
  static @Nullable EsValue element(@Nullable EsValue value) {
    return value instanceof EsValue.ListOf list ? list.element() : null;
  }

  /** What calling something gives. */
  @Nullable EsValue result(EsValue callee, @Nullable EsValue receiver) {
    return switch (callee) {
      case EsValue.Named named -> {
        Symbol symbol = named.symbol();
        SymbolEntry entry = symbol.entry();
        yield switch (entry.kind()) {
          case FUNCTION, METHOD -> {
            EsValue value = typed(symbol, receiver);
            boolean promised =
                value != null
                    && Modifier.ASYNC.in(entry.modifiers())
                    && entry.type().startsWith("=")
                    && !(value instanceof EsValue.PromiseOf);
            yield promised ? new EsValue.PromiseOf(value) : value;
          }
          case FIELD, PROPERTY, CONSTANT, VARIABLE -> {
            int arrow = EsTypeText.arrow(entry.type());
            if (arrow >= 0 && entry.type().charAt(0) != '=') {
              yield type(entry.type().substring(arrow + 2), namesOf(symbol));
            }
            EsValue value = read(callee);
            yield value == null || value.equals(callee) || depth > MAX_DEPTH
                ? null
                : resultDeeper(value);
          }
          default -> null;
        };
      }
      case EsValue.External external ->
          external.isBuiltin()
              ? known(EsGlobals.result(external.symbol()))
              : external.symbol().endsWith("#expect") ? external : null;
      case EsValue.Module module -> {
        EsValue whole = project.whole(module);
        yield whole == null ? null : resultDeeper(whole);
      }
      default -> null;
    };
  }

  private static @Nullable EsValue known(EsValue value) {
    return value instanceof EsValue.Unknown ? null : value;
  }

  private @Nullable EsValue resultDeeper(EsValue callee) {
    if (depth > MAX_DEPTH) {
      return null;
    }
    depth++;
    try {
      return result(callee, null);
    } finally {
      depth--;
    }
  }

  /** The members of a value that have a name; null when nothing is known about the value. */
  @Nullable Found member(EsValue value, String name) {
    Found found = new Found();
    switch (value) {
      case EsValue.External external -> found.values.add(external.member(name));
      case EsValue.Module module -> {
        found.values.addAll(project.exports(module, name));
        EsValue whole = found.isEmpty() && depth <= MAX_DEPTH ? project.whole(module) : null;
        if (whole != null) {
          return memberDeeper(whole, name);
        }
      }
      case EsValue.Ambient ambient -> found.values.addAll(project.exports(ambient, name));
      case EsValue.ListOf list -> found.values.add(EsGlobals.of("Array." + name));
      case EsValue.PromiseOf promise -> found.values.add(EsGlobals.of("Promise." + name));
      case EsValue.Instance instance ->
          instanceMember(instance.path(), instance.nested(), name, found, new HashSet<>());
      case EsValue.Named named -> {
        return namedMember(named, name);
      }
      case EsValue.Unknown unknown -> {
        return null;
      }
    }
    return found;
  }

  private @Nullable Found namedMember(EsValue.Named named, String name) {
    SymbolEntry entry = named.symbol().entry();
    Found found = new Found();
    switch (entry.kind()) {
      case CLASS -> staticMember(named.symbol(), name, found, new HashSet<>());
      case FUNCTION, METHOD, ENUM, NAMESPACE, MODULE -> {
        String path = named.symbol().path();
        for (Symbol symbol : project.members(path, EsInfo.nested(entry), name)) {
          boolean own = entry.kind() != EntityKind.FUNCTION || isOfItself(symbol.entry());
          if (own) {
            found.values.add(new EsValue.Named(symbol));
          }
        }
        boolean callable = entry.kind() == EntityKind.FUNCTION || entry.kind() == EntityKind.METHOD;
        if (found.isEmpty() && callable) {
          if (EsGlobals.OF_FUNCTIONS.contains(name)) {
            found.values.add(EsGlobals.of("Function." + name));
          } else {
            return null;
          }
        }
      }
      case CONSTANT, VARIABLE, FIELD, PROPERTY -> {
        if (entry.type().equals(EsEncoder.OBJECT)) {
          for (Symbol symbol : project.members(named.symbol().path(), EsInfo.nested(entry), name)) {
            found.values.add(new EsValue.Named(symbol));
          }
          // An object may get more members than its literal has.
          return found.isEmpty() ? null : found;
        }
        EsValue value = read(named);
        return value == null || value.equals(named) || depth > MAX_DEPTH
            ? null
            : memberDeeper(value, name);
      }
      default -> {
        return null;
      }
    }
    return found;
  }

  private @Nullable Found memberDeeper(EsValue value, String name) {
    depth++;
    try {
      return member(value, name);
    } finally {
      depth--;
    }
  }

  /** Whether a member is one of the class or function itself, not of what it makes. */
  static boolean isOfItself(SymbolEntry member) {
    return Modifier.STATIC.in(member.modifiers())
        || Modifier.EXPORTED.in(member.modifiers())
        || !EsInfo.namespace(member).isEmpty();
  }

  private void staticMember(Symbol type, String name, Found found, Set<String> seen) {
    String nested = EsInfo.nested(type.entry());
    if (seen.size() > MAX_DEPTH || !seen.add(type.path() + "#" + nested)) {
      return;
    }
    for (Symbol symbol : project.members(type.path(), nested, name)) {
      if (isOfItself(symbol.entry())) {
        found.values.add(new EsValue.Named(symbol));
      }
    }
    if (!found.isEmpty()) {
      return;
    }
    if (EsGlobals.OF_FUNCTIONS.contains(name)) {
      found.values.add(EsGlobals.of("Function." + name));
      return;
    }
    Names names = namesOf(type);
    for (String base : EsInfo.marked(type.entry(), EsInfo.BASE)) {
      EsValue value = EsTypeText.isName(base) ? dotted(base, names, false) : null;
      if (value instanceof EsValue.Named named
          && named.symbol().entry().kind() == EntityKind.CLASS) {
        found.inherited = true;
        staticMember(named.symbol(), name, found, seen);
      } else {
        found.openBase = true;
      }
    }
  }

  private void instanceMember(
      String path, String nested, String name, Found found, Set<String> seen) {
    if (seen.size() > MAX_DEPTH || !seen.add(path + "#" + nested)) {
      return;
    }
    for (Symbol symbol : project.members(path, nested, name)) {
      if (symbol.entry().kind() == EntityKind.CONSTRUCTOR) {
        continue;
      }
      if (Modifier.STATIC.in(symbol.entry().modifiers())) {
        continue;
      }
      if (symbol.entry().kind().isType() || symbol.entry().kind() == EntityKind.CONSTANT) {
        continue;
      }
      found.values.add(new EsValue.Named(symbol));
    }
    if (!found.isEmpty()) {
      return;
    }
    List<Symbol> declarations = project.names(path, nested);
    if (declarations.isEmpty()) {
      found.openBase = true;
    }
    for (Symbol declaration : declarations) {
      bases(declaration, name, found, seen);
      if (!found.isEmpty()) {
        return;
      }
    }
    if (EsGlobals.OF_OBJECTS.contains(name) && seen.size() == 1) {
      found.values.add(EsGlobals.of("Object." + name));
    }
  }

  private void bases(Symbol declaration, String name, Found found, Set<String> seen) {
    SymbolEntry entry = declaration.entry();
    Names names = namesOf(declaration);
    switch (entry.kind()) {
      case TYPE_ALIAS -> {
        if (entry.type().isEmpty()) {
          return;
        }
        for (String part : EsTypeText.split(entry.type(), '&')) {
          base(type(part, names), name, found, seen);
        }
      }
      case FUNCTION, CONSTANT, VARIABLE -> found.openBase = true;
      default -> {
        for (String base : EsInfo.marked(entry, EsInfo.BASE)) {
          EsValue value =
              EsTypeText.isName(base)
                  ? dotted(base, names, entry.kind() == EntityKind.INTERFACE)
                  : null;
          base(value == null ? null : instance(value), name, found, seen);
          if (!found.isEmpty()) {
            return;
          }
        }
      }
    }
  }

  private void base(@Nullable EsValue type, String name, Found found, Set<String> seen) {
    if (!found.isEmpty()) {
      return;
    }
    if (type instanceof EsValue.Instance instance) {
      instanceMember(instance.path(), instance.nested(), name, found, seen);
      found.inherited |= !found.isEmpty();
    } else {
      found.openBase = true;
    }
  }

  /** The base of a class itself, for {@code super}; null when it is not one of the project. */
  @Nullable EsValue baseOf(Symbol type) {
    Names names = namesOf(type);
    for (String base : EsInfo.marked(type.entry(), EsInfo.BASE)) {
      return EsTypeText.isName(base) ? dotted(base, names, false) : null;
    }
    return null;
  }
}
