package dev.codegraph.graph.link.java;

import dev.codegraph.graph.link.Symbol;
import dev.codegraph.schemas.EntityKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells overloads apart by the types of the arguments, as far as these are certain: an overload is
 * given up only when an argument cannot be passed to it, and one is preferred only when each of its
 * parameters is at least as special as that of every other.
 */
final class JavaOverloads {
  private static final String WIDENING = "byte short int long float double";

  /** An argument: its type, or what kind of function or literal it is. */
  sealed interface Argument {
    /** A value. */
    record Typed(JavaType type) implements Argument {}

    /** The null literal. */
    record Null() implements Argument {}

    /** A lambda or method reference; parameters -1 when their number is not known. */
    record Function(int parameters) implements Argument {}
  }

  private final JavaTypes types;
  private final JavaFunctions functions;

  JavaOverloads(JavaTypes types, JavaFunctions functions) {
    this.types = types;
    this.functions = functions;
  }

  /** Those of some methods of a name that may be meant, all of which take so many arguments. */
  List<Symbol> narrow(List<Symbol> methods, List<Argument> arguments, @Nullable JavaType receiver) {
    List<Symbol> fitting = new ArrayList<>(methods.size());
    List<List<JavaType>> parameters = new ArrayList<>(methods.size());
    for (Symbol method : methods) {
      List<JavaType> own = parameters(method, arguments.size(), receiver);
      if (!rejects(own, arguments)) {
        fitting.add(method);
        parameters.add(own);
      }
    }
    if (fitting.isEmpty()) {
      return methods;
    }
    dropVariadic(fitting, parameters, arguments);
    for (int i = 0; i < fitting.size() && fitting.size() > 1; i++) {
      if (isBest(i, parameters, arguments)) {
        return List.of(fitting.get(i));
      }
    }
    return fitting;
  }

  /** A method that takes any number of arguments is not meant when another one fits for certain. */
  private void dropVariadic(
      List<Symbol> fitting, List<List<JavaType>> parameters, List<Argument> arguments) {
    boolean isCertain = false;
    for (int i = 0; i < fitting.size(); i++) {
      isCertain |= !isVariadic(fitting.get(i)) && accepts(arguments, parameters.get(i));
    }
    for (int i = fitting.size() - 1; i >= 0 && isCertain; i--) {
      if (isVariadic(fitting.get(i))) {
        fitting.remove(i);
        parameters.remove(i);
      }
    }
  }

  private static boolean isVariadic(Symbol method) {
    return method.entry().maxArguments() < 0;
  }

  private boolean accepts(List<Argument> arguments, List<JavaType> parameters) {
    for (int i = 0; i < arguments.size(); i++) {
      JavaType parameter = parameters.get(i);
      boolean isAccepted =
          switch (arguments.get(i)) {
            case Argument.Typed typed -> isObject(parameter) || accepts(typed.type(), parameter);
            case Argument.Null n -> true;
            case Argument.Function f -> !(parameter instanceof JavaType.Unknown);
          };
      if (!isAccepted) {
        return false;
      }
    }
    return true;
  }

  private static boolean isObject(JavaType type) {
    return type instanceof JavaType.External external && external.name().equals("java.lang.Object");
  }

  private List<JavaType> parameters(Symbol method, int count, @Nullable JavaType receiver) {
    List<JavaType> parameters = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      // What stands for any number of arguments may also be one array: nothing is certain there.
      boolean isOpen = isVariadic(method) && i >= method.entry().minArguments();
      String written = isOpen ? "" : JavaTypeText.parameterType(method.entry(), i);
      parameters.add(
          written.isEmpty() ? JavaType.UNKNOWN : types.typeIn(written, method, receiver));
    }
    return parameters;
  }

  private boolean rejects(List<JavaType> parameters, List<Argument> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      boolean isRejected =
          switch (arguments.get(i)) {
            case Argument.Typed typed -> !mayBe(typed.type(), parameters.get(i));
            case Argument.Null n -> parameters.get(i) instanceof JavaType.Primitive;
            case Argument.Function function -> !mayTake(parameters.get(i), function.parameters());
          };
      if (isRejected) {
        return true;
      }
    }
    return false;
  }

  /** Whether a function may be passed to a parameter. */
  private boolean mayTake(JavaType parameter, int count) {
    return switch (parameter) {
      case JavaType.Primitive p -> false;
      case JavaType.Array a -> false;
      case JavaType.Unknown u -> true;
      case JavaType.External external -> {
        JavaPlatform.Type type = JavaPlatform.type(external.name());
        if (type == null) {
          yield true;
        }
        JavaPlatform.Method single = JavaPlatform.single(type);
        yield type.isInterface()
            && (single == null
                ? !type.bases().isEmpty()
                : count < 0 || single.parameters().size() == count);
      }
      case JavaType.Declared declared -> {
        if (declared.symbol().entry().kind() != EntityKind.INTERFACE) {
          yield false;
        }
        Symbol single = functions.single(declared.symbol());
        yield single == null || count < 0 || single.entry().minArguments() == count;
      }
    };
  }

  /** Whether a value of a type may be passed to a parameter; true unless it is certain not to. */
  private boolean mayBe(JavaType argument, JavaType parameter) {
    if (argument instanceof JavaType.Unknown || parameter instanceof JavaType.Unknown) {
      return true;
    }
    return switch (argument) {
      case JavaType.Unknown u -> true;
      case JavaType.Primitive primitive -> takesPrimitive(parameter, primitive.name());
      case JavaType.Array array ->
          switch (parameter) {
            case JavaType.Array other -> mayBeElement(array.element(), other.element());
            case JavaType.External external ->
                external.name().equals("java.lang.Object")
                    || external.name().equals("java.lang.Cloneable")
                    || external.name().equals("java.io.Serializable");
            case JavaType.Declared d -> false;
            case JavaType.Primitive p -> false;
            case JavaType.Unknown u -> true;
          };
      case JavaType.External external -> mayBe(external, parameter);
      case JavaType.Declared declared ->
          switch (parameter) {
            case JavaType.Primitive p -> false;
            case JavaType.Array a -> false;
            case JavaType.Unknown u -> true;
            case JavaType.Declared d -> isBase(declared, d.key()) != Answer.NO;
            case JavaType.External e -> isBase(declared, e.name()) != Answer.NO;
          };
    };
  }

  /** An array of a primitive type is no other; what is not known is none, for its name tells. */
  private boolean mayBeElement(JavaType argument, JavaType parameter) {
    boolean isPrimitive = argument instanceof JavaType.Primitive;
    return isPrimitive || parameter instanceof JavaType.Primitive
        ? argument.equals(parameter)
        : mayBe(argument, parameter);
  }

  private boolean mayBe(JavaType.External argument, JavaType parameter) {
    boolean isOfPlatform = JavaPlatform.type(argument.name()) != null;
    return switch (parameter) {
      case JavaType.Unknown u -> true;
      case JavaType.Array a -> argument.isPath();
      case JavaType.Primitive p ->
          !isOfPlatform
              || (unboxed(argument.name()) != null && widens(unboxed(argument.name()), p.name()));
      case JavaType.Declared d -> !isOfPlatform;
      case JavaType.External e ->
          !isOfPlatform || e.name().equals("java.lang.Object") || isOfTable(argument, e.name());
    };
  }

  /** Whether a platform type has a base, by the table; constants of libraries are beyond it. */
  private boolean isOfTable(JavaType.External type, String base) {
    return types.platform().base(type, base) != null || base.startsWith("java.lang.constant.");
  }

  private static boolean takesPrimitive(JavaType parameter, String primitive) {
    return switch (parameter) {
      case JavaType.Primitive p -> widens(primitive, p.name());
      case JavaType.Unknown u -> true;
      case JavaType.Array a -> false;
      case JavaType.Declared d -> false;
      case JavaType.External external ->
          switch (external.name()) {
            case "java.lang.Object", "java.lang.Comparable", "java.io.Serializable" -> true;
            case "java.lang.Number" -> !primitive.equals("boolean") && !primitive.equals("char");
            default ->
                external.name().startsWith("java.lang.constant.")
                    || primitive.equals(unboxed(external.name()));
          };
    };
  }

  private static boolean widens(@Nullable String from, String to) {
    if (from == null || from.equals(to)) {
      return from != null;
    }
    int target = WIDENING.indexOf(to);
    int source = from.equals("char") ? WIDENING.indexOf("short") : WIDENING.indexOf(from);
    return source >= 0 && target > source;
  }

  private static @Nullable String unboxed(String name) {
    return switch (name) {
      case "java.lang.Integer" -> "int";
      case "java.lang.Long" -> "long";
      case "java.lang.Short" -> "short";
      case "java.lang.Byte" -> "byte";
      case "java.lang.Character" -> "char";
      case "java.lang.Boolean" -> "boolean";
      case "java.lang.Float" -> "float";
      case "java.lang.Double" -> "double";
      default -> null;
    };
  }

  private enum Answer {
    YES,
    NO,
    UNCERTAIN
  }

  /** Whether a type of the project has a base of this key or qualified name. */
  private Answer isBase(JavaType.Declared type, String base) {
    if (base.equals("java.lang.Object")) {
      return Answer.YES;
    }
    Answer answer = Answer.NO;
    Set<String> seen = new HashSet<>();
    ArrayDeque<JavaType.Declared> queue = new ArrayDeque<>(List.of(type));
    while (!queue.isEmpty()) {
      JavaType.Declared at = queue.remove();
      if (at.key().equals(base)) {
        return Answer.YES;
      }
      if (!seen.add(at.key())) {
        continue;
      }
      EntityKind kind = at.symbol().entry().kind();
      boolean isImplicit =
          (kind == EntityKind.ENUM || kind == EntityKind.RECORD || kind == EntityKind.ANNOTATION)
              && base.startsWith("java.");
      if (isImplicit) {
        answer = Answer.UNCERTAIN;
      }
      for (JavaType up : types.inheritance().bases(at.symbol())) {
        switch (up) {
          case JavaType.Declared declared -> queue.add(declared);
          case JavaType.External external -> {
            if (types.platform().base(external, base) != null) {
              return Answer.YES;
            }
            if (JavaPlatform.type(external.name()) == null) {
              answer = Answer.UNCERTAIN;
            }
          }
          case JavaType.Array a -> answer = Answer.UNCERTAIN;
          case JavaType.Primitive p -> answer = Answer.UNCERTAIN;
          case JavaType.Unknown u -> answer = Answer.UNCERTAIN;
        }
      }
    }
    return answer;
  }

  /** Whether one method is more special than all others, for arguments that are certain. */
  private boolean isBest(int best, List<List<JavaType>> parameters, List<Argument> arguments) {
    for (int other = 0; other < parameters.size(); other++) {
      for (int i = 0; i < arguments.size() && other != best; i++) {
        JavaType mine = parameters.get(best).get(i);
        JavaType theirs = parameters.get(other).get(i);
        if (!mine.equals(theirs) || mine instanceof JavaType.Unknown) {
          if (!isPreferred(arguments.get(i), mine, theirs)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private boolean isPreferred(Argument argument, JavaType mine, JavaType theirs) {
    return switch (argument) {
      case Argument.Function f -> false;
      case Argument.Null n -> isSubtype(mine, theirs);
      case Argument.Typed typed -> {
        boolean isPrimitive = typed.type() instanceof JavaType.Primitive;
        boolean isCertain =
            !(typed.type() instanceof JavaType.Unknown) && accepts(typed.type(), mine);
        boolean isBoxed =
            isPrimitive == (mine instanceof JavaType.Primitive)
                && isPrimitive != (theirs instanceof JavaType.Primitive)
                && !(theirs instanceof JavaType.Unknown);
        yield isCertain && (isBoxed || isSubtype(mine, theirs));
      }
    };
  }

  /** Whether a value of a type can be passed to a parameter, for certain. */
  private boolean accepts(JavaType argument, JavaType parameter) {
    return isSubtype(argument, parameter)
        || (argument instanceof JavaType.Primitive primitive
            && !(parameter instanceof JavaType.Unknown)
            && takesPrimitive(parameter, primitive.name()));
  }

  /** Whether a type is, for certain, another one or a more special one. */
  private boolean isSubtype(JavaType type, JavaType of) {
    return switch (of) {
      case JavaType.Unknown u -> false;
      case JavaType.Primitive p ->
          type instanceof JavaType.Primitive own && widens(own.name(), p.name());
      case JavaType.Array a -> type.equals(of);
      case JavaType.Declared d ->
          type instanceof JavaType.Declared own
              && hasArguments(own.arguments(), d.arguments())
              && isBase(own, d.key()) == Answer.YES;
      case JavaType.External e ->
          switch (type) {
            case JavaType.External own ->
                e.name().equals("java.lang.Object")
                    || (hasArguments(own.arguments(), e.arguments())
                        && (own.name().equals(e.name())
                            || types.platform().base(own, e.name()) != null));
            case JavaType.Declared own -> isBase(own, e.name()) == Answer.YES;
            case JavaType.Array a -> e.name().equals("java.lang.Object");
            case JavaType.Primitive p -> false;
            case JavaType.Unknown u -> false;
          };
    };
  }

  /** Whether types with these arguments are alike, for certain. */
  private static boolean hasArguments(List<String> mine, List<String> theirs) {
    return theirs.isEmpty() || mine.equals(theirs);
  }

  /** The types of literals, by their letters in the facts; null for other arguments. */
  static @Nullable Argument literal(String code) {
    return switch (code.charAt(0)) {
      case 'i' -> new Argument.Typed(new JavaType.Primitive("int"));
      case 'l' -> new Argument.Typed(new JavaType.Primitive("long"));
      case 'f' -> new Argument.Typed(new JavaType.Primitive("float"));
      case 'd' -> new Argument.Typed(new JavaType.Primitive("double"));
      case 'z' -> new Argument.Typed(new JavaType.Primitive("boolean"));
      case 'c' -> new Argument.Typed(new JavaType.Primitive("char"));
      case 's' ->
          new Argument.Typed(
              new JavaType.External("java.lang.String", List.of(), JavaContext.PLATFORM));
      case 'n' -> new Argument.Null();
      case 'm' -> new Argument.Function(-1);
      case 'y' -> new Argument.Function(Integer.parseInt(code.substring(1)));
      case '-' -> new Argument.Typed(JavaType.UNKNOWN);
      default -> null;
    };
  }
}
