package dev.codegraph.graph.link.java;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The public types of the Java platform's most used packages, with what their members give. It lets
 * receivers be followed through library calls, {@code map.entrySet()} for example, and tells which
 * members a class gets from a base in the platform. The table is a resource, not the JDK that runs,
 * so that every machine links alike.
 */
final class JavaPlatform {
  /** The packages in the table. */
  static final List<String> PACKAGES =
      List.of(
          "java.io",
          "java.lang",
          "java.lang.annotation",
          "java.lang.ref",
          "java.lang.reflect",
          "java.math",
          "java.net",
          "java.nio",
          "java.nio.channels",
          "java.nio.charset",
          "java.nio.file",
          "java.nio.file.attribute",
          "java.security",
          "java.text",
          "java.time",
          "java.time.chrono",
          "java.time.format",
          "java.time.temporal",
          "java.util",
          "java.util.concurrent",
          "java.util.concurrent.atomic",
          "java.util.concurrent.locks",
          "java.util.function",
          "java.util.regex",
          "java.util.stream",
          "java.util.zip");

  /** Stands for a parameter type that does not matter. */
  static final String OTHER = "_";

  /** A type with its own members. Types are written as in source, with qualified names. */
  record Type(
      String name,
      List<String> variables,
      boolean isInterface,
      List<String> bases,
      Map<String, String> fields,
      Map<String, List<Method>> methods) {}

  /**
   * A method.
   *
   * @param result Result type.
   * @param variables Its own type variables.
   * @param parameters Parameter types, {@link #OTHER} for those that take no lambda with
   *     parameters.
   */
  record Method(
      boolean isStatic,
      boolean isAbstract,
      boolean isVariadic,
      String result,
      List<String> variables,
      List<String> parameters) {
    boolean accepts(int argumentCount) {
      return argumentCount < 0
          || argumentCount == parameters.size()
          || (isVariadic && argumentCount >= parameters.size() - 1);
    }
  }

  /** Text of the table from one type on, by type name. */
  private static final Map<String, String> BLOCKS = blocks();

  private static final Set<String> KNOWN_PACKAGES = Set.copyOf(PACKAGES);
  private static final Map<String, Type> TYPES = new ConcurrentHashMap<>();

  private JavaPlatform() {}

  private static Map<String, String> blocks() {
    String table;
    try (InputStream in =
        Objects.requireNonNull(JavaPlatform.class.getResourceAsStream("platform.txt"))) {
      table = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> blocks = new HashMap<>();
    int start = 0;
    while (start < table.length()) {
      int next = table.indexOf("\nT ", start);
      int end = next < 0 ? table.length() : next + 1;
      blocks.put(
          table.substring(start + 2, table.indexOf(' ', start + 2)), table.substring(start, end));
      start = end;
    }
    return blocks;
  }

  /** Whether all packages of the table are imported by the name of this module. */
  static boolean isModule(String name) {
    return name.equals("java.base") || name.equals("java.se");
  }

  /** The qualified name of a type of one of the packages; null when the table lacks it. */
  static @Nullable String qualified(String simpleName) {
    for (String each : PACKAGES) {
      if (type(each + "." + simpleName) != null) {
        return each + "." + simpleName;
      }
    }
    return null;
  }

  /** Whether all types of a package are in the table. */
  static boolean hasPackage(String name) {
    return KNOWN_PACKAGES.contains(name);
  }

  /** A type by its qualified name; null when the table has none. */
  static @Nullable Type type(String name) {
    Type known = TYPES.get(name);
    if (known == null) {
      String block = BLOCKS.get(name);
      if (block == null) {
        return null;
      }
      known = parse(block);
      TYPES.put(name, known);
    }
    return known;
  }

  private static Type parse(String block) {
    String[] lines = block.split("\n");
    String[] head = lines[0].split(" ");
    List<String> bases = new ArrayList<>(2);
    Map<String, String> fields = new HashMap<>();
    Map<String, List<Method>> methods = new HashMap<>();
    for (String line : lines) {
      String[] words = line.split(" ", -1);
      switch (words[0]) {
        case "b" -> bases.add(spaced(words[1]));
        case "f" -> fields.put(words[1], spaced(words[2]));
        case "m" -> methods.computeIfAbsent(words[1], n -> new ArrayList<>(1)).add(method(words));
        default -> {
          // The head.
        }
      }
    }
    return new Type(
        head[1], variables(head[2]), head[3].equals("interface"), bases, fields, methods);
  }

  private static Method method(String[] words) {
    List<String> parameters =
        words[5].isEmpty()
            ? List.of()
            : Arrays.stream(words[5].split(";", -1)).map(JavaPlatform::spaced).toList();
    return new Method(
        words[2].contains("s"),
        words[2].contains("a"),
        words[2].contains("v"),
        spaced(words[3]),
        variables(words[4]),
        parameters);
  }

  private static List<String> variables(String text) {
    return text.equals("-") ? List.of() : List.of(text.split(","));
  }

  private static String spaced(String text) {
    return text.replace('~', ' ');
  }

  /** Whether a type has, or inherits, a method of a name that takes so many arguments. */
  static boolean hasMethod(String typeName, String name, int argumentCount) {
    return declarer(typeName, type -> accepts(type, name, argumentCount)) != null;
  }

  private static boolean accepts(Type type, String name, int argumentCount) {
    for (Method method : type.methods().getOrDefault(name, List.of())) {
      if (method.accepts(argumentCount)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a type has, or inherits, a field of a name. */
  static boolean hasField(String typeName, String name) {
    return declarer(typeName, type -> type.fields().containsKey(name)) != null;
  }

  /** The nearest of a type and its bases for which something holds; null for none. */
  private static @Nullable Type declarer(String typeName, Predicate<Type> holds) {
    Type type = type(typeName);
    if (type == null || holds.test(type)) {
      return type;
    }
    for (String base : type.bases()) {
      Type found = declarer(head(base), holds);
      if (found != null) {
        return found;
      }
    }
    return type.isInterface() && type.bases().isEmpty()
        ? declarer("java.lang.Object", holds)
        : null;
  }

  /** The one abstract method that a type declares itself; null when there is not just one. */
  static @Nullable Method single(Type type) {
    Method single = null;
    for (List<Method> methods : type.methods().values()) {
      for (Method method : methods) {
        if (type.isInterface() && method.isAbstract()) {
          if (single != null) {
            return null;
          }
          single = method;
        }
      }
    }
    return single;
  }

  /** The type name before the type arguments. */
  static String head(String type) {
    int open = type.indexOf('<');
    return open < 0 ? type : type.substring(0, open);
  }
}
