package dev.codegraph.graph.link.kotlin;

import dev.codegraph.graph.link.nominal.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What every Kotlin file knows without importing it, and what the members of collections that are
 * used most give: enough to follow a value through them.
 */
final class KotlinStandard {
  private static final Map<String, String> TYPES = types();
  private static final Map<String, String> FUNCTIONS = functions();

  /** Functions that give back the value they are called on. */
  private static final Set<String> SAME =
      words(
          """
          also apply takeIf takeUnless onEach orEmpty requireNoNulls
          """);

  /** Functions of a collection that give another one of the same elements. */
  private static final Set<String> COLLECTIONS =
      words(
          """
          filter filterNot filterNotNull filterIndexed sorted sortedBy sortedWith
          sortedDescending sortedByDescending reversed asReversed distinct distinctBy take
          takeLast takeWhile drop dropLast dropWhile toList toMutableList toSet toMutableSet
          asSequence asIterable toTypedArray shuffled subList plus minus iterator listIterator
          union intersect
          """);

  /** Functions of a collection that give one of its elements. */
  private static final Set<String> ELEMENTS =
      words(
          """
          first firstOrNull last lastOrNull single singleOrNull get getOrNull elementAt
          elementAtOrNull find findLast maxBy maxByOrNull minBy minByOrNull max min maxOrNull
          minOrNull random randomOrNull next removeAt removeFirst removeLast removeFirstOrNull
          removeLastOrNull pop peek poll component1 component2 component3 reduce
          """);

  private static final Set<String> UNIVERSAL =
      words(
          """
          let also apply run takeIf takeUnless to toString equals hashCode javaClass use
          """);

  private static final Set<String> ITERABLES =
      words(
          """
          List MutableList Set MutableSet Collection MutableCollection Iterable
          MutableIterable Sequence ArrayList LinkedList HashSet LinkedHashSet ArrayDeque
          Iterator Array
          """);

  private KotlinStandard() {}

  private static Set<String> words(String text) {
    return Set.of(text.strip().split("\\s+"));
  }

  private static Map<String, String> types() {
    Map<String, String> types = new HashMap<>();
    for (String name :
        words(
            """
            Any Unit Nothing String Boolean Byte Short Int Long Float Double Char Number UByte
            UShort UInt ULong CharSequence Comparable Throwable Exception RuntimeException Error
            IllegalArgumentException IllegalStateException IndexOutOfBoundsException
            NullPointerException UnsupportedOperationException NoSuchElementException
            ClassCastException NumberFormatException ArithmeticException AssertionError
            ConcurrentModificationException Array BooleanArray ByteArray ShortArray IntArray
            LongArray FloatArray DoubleArray CharArray Enum Annotation Function Lazy Pair Triple
            Result Comparator AutoCloseable Deprecated Suppress OptIn RequiresOptIn DslMarker
            PublishedApi SinceKotlin ReplaceWith DeprecationLevel UnsafeVariance
            ExperimentalStdlibApi ExperimentalUnsignedTypes NotImplementedError KotlinVersion
            """)) {
      types.put(name, "kotlin." + name);
    }
    for (String name :
        words(
            """
            Iterable MutableIterable Collection MutableCollection List MutableList Set
            MutableSet Map MutableMap Iterator MutableIterator ListIterator ArrayList HashMap
            HashSet LinkedHashMap LinkedHashSet ArrayDeque RandomAccess AbstractList AbstractMap
            AbstractSet AbstractCollection AbstractMutableList AbstractMutableMap
            AbstractMutableSet IndexedValue Grouping
            """)) {
      types.put(name, "kotlin.collections." + name);
    }
    types.put("Sequence", "kotlin.sequences.Sequence");
    for (String name :
        words(
            """
            Regex StringBuilder MatchResult MatchGroup Appendable Charsets
            """)) {
      types.put(name, "kotlin.text." + name);
    }
    for (String name :
        words(
            """
            IntRange LongRange CharRange ClosedRange IntProgression
            """)) {
      types.put(name, "kotlin.ranges." + name);
    }
    for (String name :
        words(
            """
            JvmStatic JvmField JvmName JvmOverloads JvmInline JvmSuppressWildcards
            JvmMultifileClass JvmDefault JvmRecord JvmWildcard Throws Volatile Synchronized
            Transient Strictfp
            """)) {
      types.put(name, "kotlin.jvm." + name);
    }
    for (String name :
        words(
            """
            Target Retention Repeatable MustBeDocumented AnnotationTarget AnnotationRetention
            """)) {
      types.put(name, "kotlin.annotation." + name);
    }
    for (String name :
        words(
            """
            Object Class System Thread Runnable Math Integer Character Iterable ClassLoader
            InterruptedException StackTraceElement ThreadLocal Void Runtime Process
            ProcessBuilder CloneNotSupportedException ReflectiveOperationException
            ClassNotFoundException NoSuchMethodException NoSuchFieldException SecurityException
            LinkageError OutOfMemoryError StackOverflowError VirtualMachineError Override
            FunctionalInterface SafeVarargs SuppressWarnings
            """)) {
      types.putIfAbsent(name, "java.lang." + name);
    }
    return Map.copyOf(types);
  }

  private static Map<String, String> functions() {
    Map<String, String> functions = new HashMap<>();
    for (String name :
        words(
            """
            require requireNotNull check checkNotNull error TODO repeat lazy lazyOf run with let
            apply also synchronized arrayOf arrayOfNulls emptyArray intArrayOf longArrayOf
            byteArrayOf charArrayOf booleanArrayOf doubleArrayOf floatArrayOf shortArrayOf
            enumValues enumValueOf runCatching assert takeIf takeUnless to suspend
            """)) {
      functions.put(name, "kotlin." + name);
    }
    for (String name :
        words(
            """
            listOf mutableListOf emptyList arrayListOf listOfNotNull setOf mutableSetOf emptySet
            hashSetOf linkedSetOf sortedSetOf mapOf mutableMapOf emptyMap hashMapOf linkedMapOf
            sortedMapOf buildList buildSet buildMap
            """)) {
      functions.put(name, "kotlin.collections." + name);
    }
    for (String name :
        words(
            """
            sequenceOf sequence generateSequence emptySequence iterator
            """)) {
      functions.put(name, "kotlin.sequences." + name);
    }
    for (String name :
        words(
            """
            print println readLine readln readlnOrNull
            """)) {
      functions.put(name, "kotlin.io." + name);
    }
    for (String name :
        words(
            """
            maxOf minOf compareBy compareByDescending compareValues compareValuesBy naturalOrder
            reverseOrder nullsFirst nullsLast
            """)) {
      functions.put(name, "kotlin.comparisons." + name);
    }
    functions.put("buildString", "kotlin.text.buildString");
    functions.put("String", "kotlin.text.String");
    return Map.copyOf(functions);
  }

  static @Nullable String type(String name) {
    return TYPES.get(name);
  }

  static @Nullable String function(String name) {
    return FUNCTIONS.get(name);
  }

  static boolean isUniversal(String member) {
    return UNIVERSAL.contains(member);
  }

  /** What a member of the standard library gives. */
  static Type result(Type receiver, String member) {
    if (SAME.contains(member)) {
      return receiver;
    }
    if (receiver instanceof Type.Array array) {
      return ELEMENTS.contains(member)
          ? array.element()
          : COLLECTIONS.contains(member)
              ? new Type.External("kotlin.collections.List", List.of(array.element()))
              : Type.UNKNOWN;
    }
    if (!(receiver instanceof Type.External external)) {
      return Type.UNKNOWN;
    }
    List<Type> arguments = external.arguments();
    String name = external.simpleName();
    if (arguments.size() == 1) {
      if (name.equals("Lazy") && member.equals("value")) {
        return arguments.getFirst();
      }
      if (ITERABLES.contains(name)) {
        return ELEMENTS.contains(member)
            ? arguments.getFirst()
            : COLLECTIONS.contains(member)
                ? new Type.External("kotlin.collections.List", arguments)
                : Type.UNKNOWN;
      }
    }
    return arguments.size() == 2 ? ofPair(name, arguments, member) : Type.UNKNOWN;
  }

  private static Type ofPair(String name, List<Type> arguments, String member) {
    return switch (member) {
      case "first", "component1", "key" -> arguments.getFirst();
      case "second", "component2", "value" -> arguments.get(1);
      case "get", "getValue", "getOrDefault", "getOrElse", "getOrPut", "remove" ->
          name.endsWith("Map") ? arguments.get(1) : Type.UNKNOWN;
      case "values" -> new Type.External("kotlin.collections.Collection", arguments.subList(1, 2));
      case "keys" -> new Type.External("kotlin.collections.Set", arguments.subList(0, 1));
      case "entries" ->
          new Type.External(
              "kotlin.collections.Set",
              List.of(new Type.External("kotlin.collections.Map.Entry", arguments)));
      default -> Type.UNKNOWN;
    };
  }

  /** What a collection is as well, the nearest first. */
  static List<String> bases(String simpleName) {
    return switch (simpleName) {
      case "MutableList", "ArrayList", "LinkedList", "ArrayDeque" ->
          List.of("MutableList", "List", "MutableCollection", "Collection", "Iterable");
      case "List" -> List.of("Collection", "Iterable");
      case "MutableSet", "HashSet", "LinkedHashSet" ->
          List.of("MutableSet", "Set", "MutableCollection", "Collection", "Iterable");
      case "Set" -> List.of("Collection", "Iterable");
      case "MutableCollection" -> List.of("Collection", "Iterable");
      case "Collection" -> List.of("Iterable");
      case "MutableMap", "HashMap", "LinkedHashMap" -> List.of("MutableMap", "Map");
      case "String", "StringBuilder" -> List.of("CharSequence", "Comparable");
      case "Int", "Long", "Short", "Byte", "Double", "Float" -> List.of("Number", "Comparable");
      default ->
          simpleName.endsWith("Exception") || simpleName.endsWith("Error")
              ? List.of("Exception", "Throwable")
              : List.of();
    };
  }
}
