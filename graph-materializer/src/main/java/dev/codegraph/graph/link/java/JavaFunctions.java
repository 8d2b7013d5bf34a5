package dev.codegraph.graph.link.java;

import dev.codegraph.graph.link.ProjectView;
import dev.codegraph.graph.link.Symbol;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the parameters of lambdas are: those of the one method of a functional interface. */
final class JavaFunctions {
  private final ProjectView view;
  private final JavaTypes types;
  private final JavaPlatformTypes platform;

  JavaFunctions(ProjectView view, JavaTypes types) {
    this.view = view;
    this.types = types;
    this.platform = types.platform();
  }

  /** The type of a parameter of a lambda that a call passes to a member of the project. */
  JavaType lambdaParameter(
      Symbol method, @Nullable JavaType receiver, int argument, int parameter) {
    String written = JavaTypeText.parameterType(method.entry(), argument);
    return written.isEmpty()
        ? JavaType.UNKNOWN
        : functionParameter(types.typeIn(written, method, receiver), parameter);
  }

  /** The type of a parameter of a lambda that a call passes to a method of the platform. */
  JavaType lambdaParameter(
      JavaType.External receiver, String name, int argumentCount, int argument, int parameter) {
    JavaType result = null;
    for (JavaPlatformTypes.PlatformMethod method :
        platform.platformMethods(receiver, name, argumentCount)) {
      List<String> parameters = method.method().parameters();
      if (argument >= parameters.size() || parameters.get(argument).equals(JavaPlatform.OTHER)) {
        continue;
      }
      JavaType one =
          functionParameter(types.type(parameters.get(argument), method.context()), parameter);
      if (result != null && !result.equals(one)) {
        return JavaType.UNKNOWN;
      }
      result = one;
    }
    return result == null ? JavaType.UNKNOWN : result;
  }

  /** The type of a parameter of the one method of a functional interface. */
  JavaType functionParameter(JavaType function, int parameter) {
    return switch (function) {
      case JavaType.External external -> platformFunctionParameter(external, parameter);
      case JavaType.Declared declared -> {
        Symbol single = single(declared.symbol());
        String written =
            single == null ? "" : JavaTypeText.parameterType(single.entry(), parameter);
        yield written.isEmpty() ? JavaType.UNKNOWN : types.typeIn(written, single, lower(declared));
      }
      case JavaType.Array a -> JavaType.UNKNOWN;
      case JavaType.Primitive p -> JavaType.UNKNOWN;
      case JavaType.Unknown u -> JavaType.UNKNOWN;
    };
  }

  private JavaType platformFunctionParameter(JavaType.External function, int parameter) {
    JavaPlatform.Type known = JavaPlatform.type(function.name());
    if (known == null) {
      return JavaType.UNKNOWN;
    }
    JavaPlatform.Method single = JavaPlatform.single(known);
    if (single == null) {
      for (JavaType.External base : platform.basesOf(function)) {
        JavaType inherited = platformFunctionParameter(base, parameter);
        if (!(inherited instanceof JavaType.Unknown)) {
          return inherited;
        }
      }
      return JavaType.UNKNOWN;
    }
    return parameter < single.parameters().size()
        ? types.type(
            single.parameters().get(parameter),
            platform.inside(
                known,
                new JavaType.External(
                    function.name(), lower(function.arguments()), function.context())))
        : JavaType.UNKNOWN;
  }

  private static JavaType lower(JavaType.Declared type) {
    return new JavaType.Declared(type.symbol(), lower(type.arguments()), type.context());
  }

  /** A function that takes {@code ? super X} is given an X. */
  private static List<String> lower(List<String> arguments) {
    List<String> lower = new ArrayList<>(arguments.size());
    for (String argument : arguments) {
      lower.add(argument.startsWith("? super ") ? argument.substring(8) : argument);
    }
    return lower;
  }

  /** The only abstract method of an interface of the project; null when there is not just one. */
  @Nullable Symbol single(Symbol type) {
    if (type.entry().kind() != EntityKind.INTERFACE) {
      return null;
    }
    Symbol single = null;
    for (Symbol member : view.members(JavaScopes.ofMembers(type.entry().details().getFirst()))) {
      int modifiers = member.entry().modifiers();
      if (member.path().equals(type.path())
          && member.entry().kind() == EntityKind.METHOD
          && !Modifier.DEFAULT.in(modifiers)
          && !Modifier.STATIC.in(modifiers)
          && !Modifier.PRIVATE.in(modifiers)
          && !JavaBuiltins.isObjectMethod(member.entry().name(), member.entry().minArguments())) {
        if (single != null) {
          return null;
        }
        single = member;
      }
    }
    return single;
  }
}
