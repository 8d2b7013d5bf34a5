package dev.codegraph.graph.link.java;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of the types of the platform: their bases and what their members give. */
final class JavaPlatformTypes {
  private final JavaTypes types;

  JavaPlatformTypes(JavaTypes types) {
    this.types = types;
  }

  /** A method of a platform type, and where the types in its declaration are written. */
  record PlatformMethod(JavaPlatform.Method method, JavaContext context) {}

  /** A platform type as one of its bases; null when it has no such base. */
  JavaType.@Nullable External base(JavaType.External type, String name) {
    if (type.name().equals(name)) {
      return type;
    }
    for (JavaType.External base : basesOf(type)) {
      JavaType.External found = base(base, name);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  List<JavaType.External> basesOf(JavaType.External type) {
    JavaPlatform.Type known = JavaPlatform.type(type.name());
    if (known == null) {
      return List.of();
    }
    JavaContext inside = inside(known, type);
    List<JavaType.External> bases = new ArrayList<>(known.bases().size());
    for (String base : known.bases()) {
      bases.add(
          new JavaType.External(JavaPlatform.head(base), JavaTypeText.arguments(base), inside));
    }
    return bases;
  }

  /** Where the members of a platform type are written, with its type arguments. */
  JavaContext inside(JavaPlatform.Type type, JavaType.External as) {
    if (type.variables().isEmpty()) {
      return JavaContext.PLATFORM;
    }
    Map<String, JavaType> bindings = new HashMap<>();
    boolean isKnown = type.variables().size() == as.arguments().size();
    for (int i = 0; i < type.variables().size(); i++) {
      bindings.put(
          type.variables().get(i),
          isKnown ? types.type(as.arguments().get(i), as.context()) : JavaType.UNKNOWN);
    }
    return JavaContext.PLATFORM.with(bindings);
  }

  /** The methods of a name that the nearest platform type has which has any. */
  List<PlatformMethod> platformMethods(JavaType.External type, String name, int argumentCount) {
    JavaPlatform.Type known = JavaPlatform.type(type.name());
    if (known == null) {
      return List.of();
    }
    List<PlatformMethod> found = new ArrayList<>(2);
    for (JavaPlatform.Method method : known.methods().getOrDefault(name, List.of())) {
      if (method.accepts(argumentCount)) {
        Map<String, JavaType> unknown = new HashMap<>();
        method.variables().forEach(variable -> unknown.put(variable, JavaType.UNKNOWN));
        found.add(new PlatformMethod(method, inside(known, type).with(unknown)));
      }
    }
    if (!found.isEmpty()) {
      return found;
    }
    for (JavaType.External base : basesOf(type)) {
      List<PlatformMethod> inherited = platformMethods(base, name, argumentCount);
      if (!inherited.isEmpty()) {
        return inherited;
      }
    }
    return found;
  }

  /** What a method of a type from outside gives. */
  JavaType resultOf(JavaType.External type, String name, int argumentCount) {
    if (JavaPlatform.type(type.name()) == null) {
      return outside(type, name, argumentCount);
    }
    List<PlatformMethod> methods = platformMethods(type, name, argumentCount);
    JavaType result = null;
    for (PlatformMethod method : methods) {
      JavaType one = types.type(method.method().result(), method.context());
      if (result != null && !result.equals(one)) {
        return JavaType.UNKNOWN;
      }
      result = one;
    }
    return result == null ? JavaType.UNKNOWN : result;
  }

  /** The type of a field of a type from outside. */
  JavaType fieldOf(JavaType.External type, String name) {
    JavaPlatform.Type known = JavaPlatform.type(type.name());
    if (known == null) {
      return outside(type, name, 0);
    }
    String own = known.fields().get(name);
    if (own != null) {
      return types.type(own, inside(known, type));
    }
    for (JavaType.External base : basesOf(type)) {
      JavaType inherited = fieldOf(base, name);
      if (!(inherited instanceof JavaType.Unknown)) {
        return inherited;
      }
    }
    return JavaType.UNKNOWN;
  }

  /**
   * The type of a member of a type of which only the name is known. Without type arguments, and
   * without arguments to infer any from, it comes from outside as well, and is named by the way to
   * it.
   */
  private JavaType outside(JavaType.External type, String name, int argumentCount) {
    if (!type.arguments().isEmpty() || argumentCount != 0 || type.isPath()) {
      return JavaType.UNKNOWN;
    }
    return new JavaType.External(type.symbol(name), List.of(), JavaContext.PLATFORM);
  }
}
