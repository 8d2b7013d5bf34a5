package dev.codegraph.graph.link.java;

import java.util.Map;
import java.util.Set;

/** What every Java program knows without importing it, and what some library types give. */
final class JavaBuiltins {
  private static final Set<String> PRIMITIVES =
      Set.of("boolean", "byte", "char", "short", "int", "long", "float", "double", "void");

  /** Public types of java.lang. */
  private static final Set<String> JAVA_LANG =
      Set.of(
          "AbstractMethodError",
          "Appendable",
          "ArithmeticException",
          "ArrayIndexOutOfBoundsException",
          "ArrayStoreException",
          "AssertionError",
          "AutoCloseable",
          "Boolean",
          "BootstrapMethodError",
          "Byte",
          "CharSequence",
          "Character",
          "Class",
          "ClassCastException",
          "ClassCircularityError",
          "ClassFormatError",
          "ClassLoader",
          "ClassNotFoundException",
          "ClassValue",
          "CloneNotSupportedException",
          "Cloneable",
          "Comparable",
          "Deprecated",
          "Double",
          "Enum",
          "EnumConstantNotPresentException",
          "Error",
          "Exception",
          "ExceptionInInitializerError",
          "Float",
          "FunctionalInterface",
          "IllegalAccessError",
          "IllegalAccessException",
          "IllegalArgumentException",
          "IllegalCallerException",
          "IllegalMonitorStateException",
          "IllegalStateException",
          "IllegalThreadStateException",
          "IncompatibleClassChangeError",
          "IndexOutOfBoundsException",
          "InheritableThreadLocal",
          "InstantiationError",
          "InstantiationException",
          "Integer",
          "InternalError",
          "InterruptedException",
          "Iterable",
          "LayerInstantiationException",
          "LinkageError",
          "Long",
          "MatchException",
          "Math",
          "Module",
          "ModuleLayer",
          "NegativeArraySizeException",
          "NoClassDefFoundError",
          "NoSuchFieldError",
          "NoSuchFieldException",
          "NoSuchMethodError",
          "NoSuchMethodException",
          "NullPointerException",
          "Number",
          "NumberFormatException",
          "Object",
          "OutOfMemoryError",
          "Override",
          "Package",
          "Process",
          "ProcessBuilder",
          "ProcessHandle",
          "Readable",
          "Record",
          "ReflectiveOperationException",
          "Runnable",
          "Runtime",
          "RuntimeException",
          "RuntimePermission",
          "SafeVarargs",
          "ScopedValue",
          "SecurityException",
          "SecurityManager",
          "Short",
          "StackOverflowError",
          "StackTraceElement",
          "StackWalker",
          "StrictMath",
          "String",
          "StringBuffer",
          "StringBuilder",
          "StringIndexOutOfBoundsException",
          "SuppressWarnings",
          "System",
          "Thread",
          "ThreadDeath",
          "ThreadGroup",
          "ThreadLocal",
          "Throwable",
          "TypeNotPresentException",
          "UnknownError",
          "UnsatisfiedLinkError",
          "UnsupportedClassVersionError",
          "UnsupportedOperationException",
          "VerifyError",
          "VirtualMachineError",
          "Void",
          "WrongThreadException");

  /** Methods that every object has. */
  private static final Set<String> OBJECT_METHODS =
      Set.of(
          "clone",
          "equals",
          "finalize",
          "getClass",
          "hashCode",
          "notify",
          "notifyAll",
          "toString",
          "wait");

  /** Methods that every enum has beside its constants. */
  private static final Set<String> ENUM_METHODS =
      Set.of("compareTo", "describeConstable", "getDeclaringClass", "name", "ordinal");

  private static final Set<String> GIVES_ELEMENT =
      Set.of(
          "element",
          "first",
          "floor",
          "ceiling",
          "higher",
          "lower",
          "get",
          "getFirst",
          "getLast",
          "join",
          "last",
          "next",
          "orElse",
          "orElseGet",
          "orElseThrow",
          "peek",
          "peekFirst",
          "peekLast",
          "poll",
          "pollFirst",
          "pollLast",
          "pop",
          "previous",
          "remove",
          "removeFirst",
          "removeLast",
          "take");
  private static final Set<String> GIVES_VALUE =
      Set.of(
          "compute",
          "computeIfAbsent",
          "computeIfPresent",
          "get",
          "getOrDefault",
          "merge",
          "put",
          "putIfAbsent",
          "remove",
          "replace");
  private static final Set<String> OF_ELEMENTS =
      Set.of(
          "java.util.ArrayDeque",
          "java.util.ArrayList",
          "java.util.Deque",
          "java.util.Iterator",
          "java.util.LinkedList",
          "java.util.List",
          "java.util.ListIterator",
          "java.util.NavigableSet",
          "java.util.Optional",
          "java.util.PriorityQueue",
          "java.util.Queue",
          "java.util.SortedSet",
          "java.util.Stack",
          "java.util.TreeSet",
          "java.util.Vector",
          "java.util.concurrent.BlockingQueue",
          "java.util.concurrent.CompletableFuture",
          "java.util.concurrent.ConcurrentLinkedQueue",
          "java.util.concurrent.CopyOnWriteArrayList",
          "java.util.concurrent.Future",
          "java.util.concurrent.LinkedBlockingQueue",
          "java.util.concurrent.atomic.AtomicReference",
          "java.util.function.Supplier",
          "java.lang.ThreadLocal",
          "java.util.concurrent.Callable");
  private static final Set<String> OF_VALUES =
      Set.of(
          "java.util.EnumMap",
          "java.util.HashMap",
          "java.util.LinkedHashMap",
          "java.util.Map",
          "java.util.NavigableMap",
          "java.util.SortedMap",
          "java.util.TreeMap",
          "java.util.concurrent.ConcurrentHashMap",
          "java.util.concurrent.ConcurrentMap",
          "java.util.concurrent.ConcurrentSkipListMap");
  private static final Map<String, Integer> OF_ENTRIES = Map.of("getKey", 0, "getValue", 1);

  private JavaBuiltins() {}

  static boolean isPrimitive(String name) {
    return PRIMITIVES.contains(name);
  }

  static boolean isInJavaLang(String name) {
    return JAVA_LANG.contains(name);
  }

  static boolean isObjectMethod(String name) {
    return OBJECT_METHODS.contains(name);
  }

  static boolean isEnumMethod(String name) {
    return ENUM_METHODS.contains(name);
  }

  /** Which type argument a method of a library type gives; -1 when none is known. */
  static int argumentThatMethodGives(String type, String method) {
    if (OF_ELEMENTS.contains(type) && GIVES_ELEMENT.contains(method)) {
      return 0;
    }
    if (OF_VALUES.contains(type) && GIVES_VALUE.contains(method)) {
      return 1;
    }
    return type.equals("java.util.Map.Entry") ? OF_ENTRIES.getOrDefault(method, -1) : -1;
  }
}
