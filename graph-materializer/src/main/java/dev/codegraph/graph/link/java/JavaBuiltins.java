package dev.codegraph.graph.link.java;

import java.util.Set;

/** What every Java program knows without importing it. */
final class JavaBuiltins {
  private static final Set<String> PRIMITIVES =
      Set.of("boolean", "byte", "char", "short", "int", "long", "float", "double", "void");

  private JavaBuiltins() {}

  static boolean isPrimitive(String name) {
    return PRIMITIVES.contains(name);
  }

  static boolean isInJavaLang(String name) {
    return JavaPlatform.type("java.lang." + name) != null;
  }

  /** Whether every object has a method of a name that takes so many arguments. */
  static boolean isObjectMethod(String name, int argumentCount) {
    return JavaPlatform.hasMethod("java.lang.Object", name, argumentCount);
  }
}
