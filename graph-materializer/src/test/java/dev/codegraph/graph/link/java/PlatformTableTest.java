package dev.codegraph.graph.link.java;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * The table of the Java platform's types is what the JDK 25 of the build itself says; {@code
 * -Dplatform.update} writes it anew.
 */
class PlatformTableTest {
  private static final Path TABLE =
      Path.of(
          System.getProperty("basedir", ""),
          "src/main/resources/dev/codegraph/graph/link/java/platform.txt");

  @Test
  @EnabledIf("isJdk25")
  void tableIsThatOfTheJdk() throws Exception {
    String actual = table();
    if (System.getProperty("platform.update") != null) {
      Files.writeString(TABLE, actual);
    }
    // A later update of the JDK may add members; what the table says must still be true.
    TreeSet<String> known = new TreeSet<>(actual.lines().toList());
    List<String> gone =
        Files.readAllLines(TABLE, StandardCharsets.UTF_8).stream()
            .filter(line -> !known.contains(line))
            .toList();
    assertEquals(List.of(), gone);
  }

  static boolean isJdk25() {
    return Runtime.version().feature() == 25;
  }

  @Test
  void findsMembersThroughBases() {
    assertTrue(JavaPlatform.hasMethod("java.util.ArrayList", "stream", 0));
    assertTrue(JavaPlatform.hasMethod("java.util.List", "hashCode", 0));
    assertFalse(JavaPlatform.hasMethod("java.util.ArrayList", "stream", 1));
    assertFalse(JavaPlatform.hasMethod("java.util.ArrayList", "noSuchMethod", 0));
    assertTrue(JavaPlatform.hasField("java.io.PushbackInputStream", "in"));
  }

  private static String table() throws IOException {
    StringBuilder out = new StringBuilder();
    for (Class<?> type : types()) {
      write(type, out);
    }
    return out.toString();
  }

  private static List<Class<?>> types() throws IOException {
    List<Class<?>> types = new ArrayList<>();
    for (String packageName : JavaPlatform.PACKAGES) {
      Path folder =
          FileSystems.getFileSystem(URI.create("jrt:/"))
              .getPath("/modules/java.base", packageName.replace('.', '/'));
      List<String> names;
      try (Stream<Path> files = Files.list(folder)) {
        names =
            files
                .map(path -> path.getFileName().toString())
                .filter(name -> name.endsWith(".class") && !name.contains("-"))
                .map(name -> name.substring(0, name.length() - 6))
                .sorted()
                .toList();
      }
      for (String name : names) {
        Class<?> type = load(packageName + "." + name);
        if (isVisible(type)) {
          types.add(type);
        }
      }
    }
    return types;
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, ClassLoader.getPlatformClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isVisible(Class<?> type) {
    return !type.isAnonymousClass()
        && !type.isLocalClass()
        && !isPreview(type)
        && isShown(type.getModifiers())
        && (type.getDeclaringClass() == null || isVisible(type.getDeclaringClass()));
  }

  private static boolean isPreview(AnnotatedElement element) {
    return Arrays.stream(element.getAnnotations())
        .anyMatch(a -> a.annotationType().getSimpleName().equals("PreviewFeature"));
  }

  private static boolean isShown(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  private static void write(Class<?> type, StringBuilder out) {
    out.append("T ").append(text(type)).append(' ').append(variables(type.getTypeParameters()));
    out.append(type.isInterface() ? " interface" : " class").append('\n');
    List<Type> bases = new ArrayList<>();
    if (type.getGenericSuperclass() != null) {
      bases.add(type.getGenericSuperclass());
    }
    bases.addAll(Arrays.asList(type.getGenericInterfaces()));
    for (Type base : bases) {
      out.append("b ").append(text(base)).append('\n');
    }
    TreeSet<String> lines = new TreeSet<>();
    for (Field field : type.getDeclaredFields()) {
      if (isShown(field.getModifiers()) && !field.isSynthetic()) {
        lines.add("f " + field.getName() + " " + text(field.getGenericType()));
      }
    }
    for (Method method : type.getDeclaredMethods()) {
      if (isShown(method.getModifiers()) && !method.isSynthetic() && !isPreview(method)) {
        lines.add(method(method, isFunctional(type)));
      }
    }
    for (String line : lines) {
      out.append(line).append('\n');
    }
  }

  /** {@code m name flags result type-variables parameters}. */
  private static String method(Method method, boolean isOfFunctional) {
    String flags =
        (Modifier.isStatic(method.getModifiers()) ? "s" : "")
            + (Modifier.isAbstract(method.getModifiers()) && !isOfObject(method) ? "a" : "")
            + (method.isVarArgs() ? "v" : "");
    String parameters =
        Arrays.stream(method.getGenericParameterTypes())
            .map(
                isOfFunctional && flags.equals("a")
                    ? PlatformTableTest::text
                    : PlatformTableTest::parameter)
            .collect(Collectors.joining(";"));
    return "m "
        + method.getName()
        + " "
        + (flags.isEmpty() ? "-" : flags)
        + " "
        + text(method.getGenericReturnType())
        + " "
        + variables(method.getTypeParameters())
        + " "
        + parameters;
  }

  private static boolean isOfObject(Method method) {
    try {
      Method same = Object.class.getMethod(method.getName(), method.getParameterTypes());
      return Modifier.isPublic(same.getModifiers());
    } catch (NoSuchMethodException e) {
      return false;
    }
  }

  /** Only types that a lambda may take matter, and among them those that give it something. */
  private static String parameter(Type type) {
    Class<?> raw =
        switch (type) {
          case Class<?> it -> it;
          case ParameterizedType it -> (Class<?>) it.getRawType();
          default -> Object.class;
        };
    return isFunctional(raw) && open(raw).getFirst().getParameterCount() > 0
        ? text(type)
        : JavaPlatform.OTHER;
  }

  private static boolean isFunctional(Class<?> type) {
    return type.isInterface() && open(type).size() == 1;
  }

  private static List<Method> open(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(method -> Modifier.isAbstract(method.getModifiers()) && !isOfObject(method))
        .toList();
  }

  private static String variables(TypeVariable<?>[] variables) {
    return variables.length == 0
        ? "-"
        : Arrays.stream(variables).map(TypeVariable::getName).collect(Collectors.joining(","));
  }

  private static String text(Type type) {
    return type.getTypeName().replace('$', '.').replace(", ", ",").replace(" ", "~");
  }
}
