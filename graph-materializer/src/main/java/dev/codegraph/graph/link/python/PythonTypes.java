package dev.codegraph.graph.link.python;

import dev.codegraph.graph.link.Reason;
import dev.codegraph.graph.link.Rule;
import dev.codegraph.graph.link.Symbol;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Values of annotations, definitions and members, wherever in the project they stand. */
final class PythonTypes {
  private static final int MAX_DEPTH = 32;

  private static final Set<String> WRAPPERS =
      Set.of(
          "Optional",
          "Annotated",
          "ClassVar",
          "Final",
          "Required",
          "NotRequired",
          "ReadOnly",
          "InitVar");
  private static final Set<String> AWAITABLES = Set.of("Awaitable", "Coroutine", "Task", "Future");
  private static final Set<String> MAPPINGS =
      Set.of(
          "dict",
          "Dict",
          "Mapping",
          "MutableMapping",
          "defaultdict",
          "DefaultDict",
          "OrderedDict",
          "ChainMap",
          "WeakValueDictionary");
  private static final Set<String> COLLECTIONS =
      Set.of(
          "list",
          "List",
          "set",
          "Set",
          "frozenset",
          "FrozenSet",
          "tuple",
          "Tuple",
          "Sequence",
          "MutableSequence",
          "Iterable",
          "Iterator",
          "Generator",
          "Collection",
          "AbstractSet",
          "MutableSet",
          "deque",
          "Deque",
          "AsyncIterator",
          "AsyncIterable",
          "AsyncGenerator",
          "KeysView",
          "ValuesView",
          "Reversible");
  private static final Set<String> TEXT_TO_TEXT =
      Set.of(
          "join",
          "format",
          "strip",
          "lstrip",
          "rstrip",
          "lower",
          "upper",
          "replace",
          "title",
          "capitalize",
          "ljust",
          "rjust",
          "center",
          "zfill",
          "casefold",
          "expandtabs",
          "swapcase",
          "translate",
          "removeprefix",
          "removesuffix",
          "format_map");

  private final PythonProject project;
  private final Map<String, Value> annotations = new HashMap<>();
  private final Map<String, Value> results = new HashMap<>();
  private final Set<String> running = new HashSet<>();

  PythonTypes(PythonProject project) {
    this.project = project;
  }

  /** The value that a name's meaning has. */
  Value valueOf(Found found) {
    if (!found.namespace().isEmpty()) {
      return Value.of(Value.Kind.NAMESPACE, "", found.namespace());
    }
    if (!found.external().isEmpty()) {
      String id = found.external();
      return Value.of(
          id.indexOf('#') < 0 ? Value.Kind.EXTERNAL_MODULE : Value.Kind.EXTERNAL, "", id);
    }
    if (found.symbols().size() != 1) {
      return Value.UNKNOWN;
    }
    return valueOf(found.symbols().getFirst());
  }

  /** The value of a definition when its name is evaluated. */
  Value valueOf(Symbol symbol) {
    EntityKind kind = symbol.entry().kind();
    String id = symbol.entry().localId();
    return switch (kind) {
      case FILE -> Value.of(Value.Kind.MODULE, symbol.path(), "");
      case CLASS, ENUM, PROTOCOL -> Value.of(Value.Kind.CLASS, symbol.path(), id);
      case FUNCTION, METHOD, CONSTRUCTOR ->
          Modifier.ACCESSOR.in(symbol.entry().modifiers())
              ? result(symbol)
              : new Value(Value.Kind.FUNCTION, symbol.path(), id, List.of(), symbol);
      case ENUM_MEMBER ->
          Value.of(Value.Kind.INSTANCE, symbol.path(), symbol.entry().details().getFirst());
      case TYPE_ALIAS -> result(symbol).type();
      default -> result(symbol);
    };
  }

  /** The declared type of a definition, or the value of the expression that it is given. */
  private Value result(Symbol symbol) {
    String key = symbol.path() + "#" + symbol.entry().localId();
    Value known = results.get(key);
    if (known != null) {
      return known;
    }
    if (running.size() > MAX_DEPTH || !running.add(key)) {
      return Value.UNKNOWN;
    }
    List<String> details = symbol.entry().details();
    Value value;
    if (!symbol.entry().type().isEmpty()) {
      value = annotation(symbol.entry().type(), symbol.path(), details.getFirst());
    } else if (details.size() > 2
        && !Modifier.GENERATOR.in(symbol.entry().modifiers())
        && !(symbol.entry().kind().isCallable() && details.get(1).contains("d"))) {
      value = steps(details.subList(2, details.size()), symbol.path(), details.getFirst());
    } else {
      value = Value.UNKNOWN;
    }
    running.remove(key);
    results.put(key, value);
    return value;
  }

  private Value steps(List<String> steps, String path, String type) {
    String root = steps.getFirst();
    String text = root.substring(2);
    Value value =
        switch (root.charAt(0)) {
          case 'N' -> valueOf(bare(path, text));
          case 'T' -> Value.of(Value.Kind.INSTANCE, path, type);
          case 'A' -> annotation(text, path, type);
          default -> literal(text);
        };
    for (String step : steps.subList(1, steps.size())) {
      value =
          switch (step) {
            case "()" -> call(value);
            case "[]" -> index(value);
            case "*" -> element(value);
            case "@" -> entered(value);
            case "await" -> awaited(value);
            default -> member(value, step.substring(1));
          };
    }
    return value;
  }

  /** A name seen from top level. */
  private Found bare(String path, String name) {
    Found found = project.name(path, name);
    if (found.isNone() && PythonStandard.BUILTINS.contains(name)) {
      return Found.external("builtins#" + name, Rule.BUILTIN);
    }
    return found;
  }

  static Value literal(String kind) {
    return switch (kind) {
      case "string" -> Value.builtin("str");
      case "number" -> Value.builtin("int");
      case "boolean" -> Value.builtin("bool");
      case "null" -> Value.NULL;
      case "list" -> Value.builtin("list");
      case "map" -> Value.builtin("dict");
      case "tuple" -> Value.builtin("tuple");
      default -> Value.UNKNOWN;
    };
  }

  /** The value that something with this annotation has; {@code type} is the class around it. */
  Value annotation(String text, String path, String type) {
    String key = path + "|" + type + "|" + text;
    Value known = annotations.get(key);
    if (known == null) {
      known =
          text.length() > 2_000
              ? Value.UNKNOWN
              : new AnnotationReader(text, name -> dotted(name, path, type)).read(this, path, type);
      annotations.put(key, known);
    }
    return known;
  }

  /** The class, module or external thing that a dotted name in an annotation means. */
  private Value dotted(String name, String path, String type) {
    String[] parts = name.split("\\.");
    Value value = null;
    for (String around = type; !around.isEmpty() && value == null; ) {
      List<Symbol> inner = project.members(path, around, parts[0]);
      if (inner.size() == 1 && inner.getFirst().entry().kind().isType()) {
        value = valueOf(inner.getFirst());
      }
      around = project.bases(path, around).getFirst();
    }
    if (value == null) {
      value = valueOf(bare(path, parts[0]));
    }
    for (int i = 1; i < parts.length; i++) {
      value = member(value, parts[i]);
    }
    return value;
  }

  /** A generic type with its arguments, as the value of something annotated with it. */
  Value generic(Value head, String name, List<Value> arguments, String path, String type) {
    String last = name.substring(name.lastIndexOf('.') + 1);
    boolean external = head.is(Value.Kind.EXTERNAL);
    if (external && WRAPPERS.contains(last)) {
      return arguments.isEmpty() ? Value.UNKNOWN : arguments.getFirst();
    }
    if (external && last.equals("Union")) {
      return union(arguments);
    }
    if (external && (last.equals("Self"))) {
      return type.isEmpty() ? Value.UNKNOWN : Value.of(Value.Kind.INSTANCE, path, type);
    }
    if (external && (last.equals("type") || last.equals("Type"))) {
      return arguments.isEmpty() ? Value.UNKNOWN : arguments.getFirst().type();
    }
    if (external && (last.equals("Any") || last.equals("TypeVar") || last.equals("object"))) {
      return Value.UNKNOWN;
    }
    return switch (head.kind()) {
      case CLASS, EXTERNAL -> head.with(arguments).instance();
      case UNION -> head;
      default -> Value.UNKNOWN;
    };
  }

  /** What is one of several values; None left aside. */
  static Value union(List<Value> values) {
    List<Value> kept = new ArrayList<>();
    for (Value value : values) {
      if (value.is(Value.Kind.UNKNOWN)) {
        return Value.UNKNOWN;
      }
      if (!value.is(Value.Kind.NULL) && !kept.contains(value)) {
        kept.add(value);
      }
    }
    if (kept.size() == 1) {
      return kept.getFirst();
    }
    return kept.isEmpty()
        ? Value.NULL
        : new Value(Value.Kind.UNION, "", "", List.copyOf(kept), null);
  }

  /** What calling a value gives. */
  Value call(Value value) {
    return switch (value.kind()) {
      case CLASS -> value.instance();
      case FUNCTION -> result(java.util.Objects.requireNonNull(value.symbol()));
      case EXTERNAL -> externalCall(value);
      case INSTANCE -> call(member(value, "__call__"));
      default -> Value.UNKNOWN;
    };
  }

  private static Value externalCall(Value value) {
    String name = value.externalName();
    boolean isMember = value.id().indexOf('.', value.id().indexOf('#') + 1) >= 0;
    if (value.id().startsWith("builtins#")) {
      String method = value.id().substring(9);
      if (method.startsWith("str.")) {
        return TEXT_TO_TEXT.contains(name)
            ? Value.builtin("str")
            : name.endsWith("split") || name.equals("splitlines")
                ? Value.builtin("list", Value.builtin("str"))
                : Value.UNKNOWN;
      }
      return switch (method) {
        case "str", "int", "float", "bytes", "list", "dict", "set", "tuple", "frozenset", "bool" ->
            Value.builtin(method);
        case "repr" -> Value.builtin("str");
        case "len" -> Value.builtin("int");
        default ->
            !isMember && Character.isUpperCase(name.charAt(0)) ? value.instance() : Value.UNKNOWN;
      };
    }
    if (!value.arguments().isEmpty() && isMember) {
      return containerCall(value, name);
    }
    boolean isType = !isMember && !name.isEmpty() && Character.isUpperCase(name.charAt(0));
    return isType && !name.equals("TypeVar") && !name.equals("NewType")
        ? value.instance()
        : Value.UNKNOWN;
  }

  /** Methods of containers that hand their elements out. */
  private static Value containerCall(Value method, String name) {
    List<Value> arguments = method.arguments();
    return switch (name) {
      case "get", "pop", "setdefault", "popleft" -> arguments.getLast();
      default -> Value.UNKNOWN;
    };
  }

  /** What subscripting a value gives. */
  Value index(Value value) {
    return switch (value.kind()) {
      case EXTERNAL_INSTANCE -> {
        String name = value.externalName();
        List<Value> arguments = value.arguments();
        if (MAPPINGS.contains(name)) {
          yield arguments.size() == 2 ? arguments.getLast() : Value.UNKNOWN;
        }
        yield sameElements(name, arguments);
      }
      case INSTANCE -> call(member(value, "__getitem__"));
      case CLASS -> value;
      default -> Value.UNKNOWN;
    };
  }

  private static Value sameElements(String name, List<Value> arguments) {
    if (!COLLECTIONS.contains(name) || arguments.isEmpty()) {
      return Value.UNKNOWN;
    }
    boolean isTuple = name.equals("tuple") || name.equals("Tuple");
    return isTuple && arguments.stream().distinct().count() > 1
        ? Value.UNKNOWN
        : arguments.getFirst();
  }

  /** What iterating over a value gives. */
  Value element(Value value) {
    return switch (value.kind()) {
      case EXTERNAL_INSTANCE -> {
        String name = value.externalName();
        if (MAPPINGS.contains(name)) {
          yield value.arguments().size() == 2 ? value.arguments().getFirst() : Value.UNKNOWN;
        }
        yield sameElements(name, value.arguments());
      }
      case INSTANCE -> element(call(member(value, "__iter__")));
      default -> Value.UNKNOWN;
    };
  }

  /** What entering a value as a context gives. */
  Value entered(Value value) {
    if (value.is(Value.Kind.EXTERNAL_INSTANCE)) {
      return value.arguments().size() == 1 || COLLECTIONS.contains(value.externalName())
          ? value.arguments().isEmpty() ? Value.UNKNOWN : value.arguments().getFirst()
          : Value.UNKNOWN;
    }
    if (!value.is(Value.Kind.INSTANCE)) {
      return Value.UNKNOWN;
    }
    Value method = member(value, "__enter__");
    if (!method.is(Value.Kind.FUNCTION)) {
      method = member(value, "__aenter__");
    }
    return self(call(method), method, value);
  }

  /** A method that returns its receiver returns the value that it was called on. */
  private static Value self(Value result, Value method, Value receiver) {
    Symbol symbol = method.symbol();
    if (symbol != null
        && symbol.entry().type().isEmpty()
        && symbol
            .entry()
            .details()
            .subList(2, symbol.entry().details().size())
            .equals(List.of("T:"))) {
      return receiver;
    }
    return result;
  }

  Value awaited(Value value) {
    if (value.is(Value.Kind.EXTERNAL_INSTANCE) && AWAITABLES.contains(value.externalName())) {
      return value.arguments().isEmpty() ? Value.UNKNOWN : value.arguments().getLast();
    }
    return value;
  }

  /** The value of a member. */
  Value member(Value value, String name) {
    if (value.is(Value.Kind.EXTERNAL_INSTANCE) && !value.arguments().isEmpty()) {
      return new Value(Value.Kind.EXTERNAL, "", value.id() + "." + name, value.arguments(), null);
    }
    return valueOf(find(value, name));
  }

  /** What a member of a value means. */
  Found find(Value value, String name) {
    return switch (value.kind()) {
      case UNKNOWN, NULL -> Found.none(Reason.RECEIVER_UNKNOWN);
      case MODULE -> {
        Found found = project.name(value.path(), name);
        yield found.isNone()
            ? moduleAttribute(name)
            : found.symbols().isEmpty() || found.rule() == Rule.CANDIDATES
                ? found
                : found.by(Rule.MODULE_MEMBER);
      }
      case NAMESPACE -> project.part(value.id(), project.ownPath(), name);
      case CLASS, INSTANCE -> inType(value, name);
      case FUNCTION -> Found.none(Reason.DYNAMIC);
      case EXTERNAL_MODULE -> {
        String part = value.id() + "." + name;
        yield project.importsModule(part)
            ? Found.external(part, Rule.EXTERNAL_MEMBER)
            : Found.external(value.id() + "#" + name, Rule.EXTERNAL_MEMBER);
      }
      case EXTERNAL, EXTERNAL_INSTANCE ->
          Found.external(
              value.id() + "." + name,
              value.id().startsWith("builtins#") ? Rule.BUILTIN : Rule.EXTERNAL_MEMBER);
      case UNION -> inUnion(value, name);
    };
  }

  private static Found moduleAttribute(String name) {
    return name.startsWith("__") && name.endsWith("__")
        ? Found.external("builtins#module." + name, Rule.BUILTIN)
        : Found.none(Reason.NO_SUCH_MEMBER);
  }

  private Found inUnion(Value union, String name) {
    List<Symbol> symbols = new ArrayList<>();
    boolean open = false;
    for (Value value : union.arguments()) {
      Found found = find(value, name);
      if (found.symbols().isEmpty()) {
        open |= found.reason() != Reason.NO_SUCH_MEMBER;
      }
      for (Symbol symbol : found.symbols()) {
        if (symbols.stream().noneMatch(s -> PythonProject.same(s, symbol))) {
          symbols.add(symbol);
        }
      }
    }
    if (symbols.isEmpty() || (open && symbols.size() == 1)) {
      return Found.none(Reason.RECEIVER_UNKNOWN);
    }
    return Found.of(symbols, symbols.size() == 1 ? Rule.TYPE_MEMBER : Rule.CANDIDATES);
  }

  private Found inType(Value type, String name) {
    Search search = new Search(name);
    search.in(type.path(), type.id(), 0);
    return search.result();
  }

  /** What the bases of a class offer under a name. */
  Found inBases(String path, String type, String name) {
    Search search = new Search(name);
    search.visited.add(path + "#" + type);
    search.bases(path, type, 0);
    return search.result();
  }

  /** A walk over a class and its bases, each once, in the order of their declaration. */
  private final class Search {
    private final String name;
    private final Set<String> visited = new HashSet<>();
    private List<Symbol> symbols = List.of();
    private boolean inherited;
    private String external = "";
    private boolean unknown;
    private boolean dynamic;

    Search(String name) {
      this.name = name;
    }

    void in(String path, String type, int depth) {
      if (!symbols.isEmpty() || depth > MAX_DEPTH || !visited.add(path + "#" + type)) {
        return;
      }
      symbols = project.members(path, type, name);
      inherited = depth > 0;
      if (symbols.isEmpty()) {
        dynamic |= !project.members(path, type, "__getattr__").isEmpty();
        bases(path, type, depth);
      }
    }

    void bases(String path, String type, int depth) {
      List<String> details = project.bases(path, type);
      for (String base : details.subList(1, details.size())) {
        Value value = base.endsWith("()") ? Value.UNKNOWN : dotted(base, path, details.getFirst());
        switch (value.kind()) {
          case CLASS -> in(value.path(), value.id(), depth + 1);
          case EXTERNAL -> {
            String last = value.externalName();
            boolean empty =
                value.id().equals("builtins#object")
                    || last.equals("Generic")
                    || last.equals("Protocol")
                    || last.equals("ABC");
            if (external.isEmpty() && !empty) {
              external = value.id();
            }
          }
          default -> unknown = true;
        }
        if (!symbols.isEmpty()) {
          inherited = true;
          return;
        }
      }
    }

    Found result() {
      if (!symbols.isEmpty()) {
        return Found.of(
            symbols,
            symbols.size() > 1
                ? Rule.CANDIDATES
                : inherited ? Rule.INHERITED_MEMBER : Rule.TYPE_MEMBER);
      }
      if (unknown || !external.isEmpty()) {
        return Found.none(Reason.EXTERNAL_BASE);
      }
      if (PythonStandard.OBJECT.contains(name)) {
        return Found.external("builtins#object." + name, Rule.BUILTIN);
      }
      return Found.none(dynamic ? Reason.DYNAMIC : Reason.NO_SUCH_MEMBER);
    }
  }
}
