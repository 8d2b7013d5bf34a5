package dev.codegraph.graph.link.csharp;

import dev.codegraph.graph.link.nominal.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The types that C# has words for, those of its library that every project uses, and what the
 * members of collections, tasks and queries give: enough to follow a value through them.
 */
final class CSharpStandard {
  private static final Type VOID = new Type.External("System.Void", List.of());
  private static final Map<String, String> TYPES = types();

  /** The names by which arrays are extended, the nearest first. */
  static final List<String> ARRAY_NAMES =
      List.of(
          "[]",
          "Array",
          "IList`1",
          "IReadOnlyList`1",
          "ICollection`1",
          "IReadOnlyCollection`1",
          "IEnumerable`1",
          "IEnumerable");

  /** Members that give back the value they are called on, or another one of its type. */
  private static final Set<String> SAME =
      words(
          """
          ConfigureAwait ToArray ToList ToHashSet AsEnumerable AsQueryable Where OrderBy
          OrderByDescending ThenBy ThenByDescending Reverse Distinct DistinctBy Take TakeLast
          TakeWhile Skip SkipLast SkipWhile Concat Union UnionBy Except ExceptBy Intersect
          IntersectBy Append Prepend DefaultIfEmpty AsParallel AsNoTracking FindAll GetRange
          ToImmutableArray ToImmutableList ToImmutableHashSet AsReadOnly AsSpan AsMemory Slice
          Shuffle Order OrderDescending Include ThenInclude ToFrozenSet AsAsyncEnumerable
          """);

  /** Members that give one element. */
  private static final Set<String> ELEMENTS =
      words(
          """
          First FirstOrDefault Last LastOrDefault Single SingleOrDefault ElementAt
          ElementAtOrDefault Find FindLast Dequeue Pop Peek MinBy MaxBy Min Max Current Aggregate
          """);

  /** Members that give a task of one element. */
  private static final Set<String> ASYNC_ELEMENTS =
      words(
          """
          FirstAsync FirstOrDefaultAsync LastAsync LastOrDefaultAsync SingleAsync
          SingleOrDefaultAsync FindAsync
          """);

  private static final Set<String> ASYNC_COLLECTIONS =
      words("ToListAsync ToArrayAsync ToHashSetAsync");

  /** What is the value that it may hold, on all that has such a member. */
  private static final Set<String> HELD = words("Value Result GetResult GetValueOrDefault Target");

  private static final Set<String> UNIVERSAL =
      words(
          """
          ToString Equals GetHashCode GetType ReferenceEquals MemberwiseClone HasValue
          GetValueOrDefault CompareTo HasFlag Invoke BeginInvoke EndInvoke DynamicInvoke
          """);

  private static final Set<String> ITERABLES =
      words(
          """
          IEnumerable`1 ICollection`1 IList`1 ISet`1 IReadOnlyCollection`1 IReadOnlyList`1
          IReadOnlySet`1 List`1 HashSet`1 SortedSet`1 LinkedList`1 Queue`1 Stack`1 Collection`1
          ObservableCollection`1 ReadOnlyCollection`1 ReadOnlyObservableCollection`1
          ConcurrentQueue`1 ConcurrentBag`1 ConcurrentStack`1 BlockingCollection`1
          ImmutableArray`1 ImmutableList`1 ImmutableHashSet`1 IImmutableList`1 FrozenSet`1
          IQueryable`1 IOrderedQueryable`1 IOrderedEnumerable`1 IAsyncEnumerable`1 Span`1
          ReadOnlySpan`1 Memory`1 ReadOnlyMemory`1 ArraySegment`1 DbSet`1 BindingList`1
          IEnumerator`1 IAsyncEnumerator`1 PriorityQueue`2 ParallelQuery`1 KeyedCollection`2
          """);

  private static final Set<String> DICTIONARIES =
      words(
          """
          Dictionary`2 IDictionary`2 IReadOnlyDictionary`2 ConcurrentDictionary`2
          SortedDictionary`2 SortedList`2 ImmutableDictionary`2 IImmutableDictionary`2
          ImmutableSortedDictionary`2 FrozenDictionary`2 ReadOnlyDictionary`2
          ConditionalWeakTable`2
          """);

  private static final Set<String> TASKS =
      words(
          """
          Task`1 ValueTask`1 ConfiguredTaskAwaitable`1 ConfiguredValueTaskAwaitable`1
          """);

  /** Members whose type argument is what they give. */
  private static final Set<String> MADE =
      words(
          """
           GetService GetRequiredService GetKeyedService GetRequiredKeyedService Resolve
           CreateInstance GetInstance DeserializeObject Deserialize GetCustomAttribute
          ResolveOptional ResolveNamed ResolveKeyed Single For Get GetValue
          """);

  private static final Set<String> MADE_SEQUENCES =
      words("OfType Cast GetServices GetCustomAttributes Empty Repeat ResolveAll");

  private CSharpStandard() {}

  private static Set<String> words(String text) {
    return Set.of(text.strip().split("\\s+"));
  }

  private static Map<String, String> types() {
    Map<String, String> types = new HashMap<>();
    String[] words =
        """
        object Object string String bool Boolean byte Byte sbyte SByte short Int16 ushort UInt16
        int Int32 uint UInt32 long Int64 ulong UInt64 float Single double Double decimal Decimal
        char Char nint IntPtr nuint UIntPtr void Void dynamic Object
        """
            .strip()
            .split("\\s+");
    for (int i = 0; i < words.length; i += 2) {
      types.put(words[i], "System." + words[i + 1]);
    }
    add(
        types,
        "System",
        """
        Object String Boolean Byte SByte Int16 UInt16 Int32 UInt32 Int64 UInt64 Single Double
        Decimal Char IntPtr UIntPtr Void Type Exception Attribute Enum Delegate Array Console Math
        Convert DateTime DateTimeOffset TimeSpan DateOnly TimeOnly Guid Uri Version Random
        Environment GC Activator AppDomain BitConverter Buffer Nullable Lazy`1 Func`1 Func`2 Func`3
        Func`4 Func`5 Func`6 Func`7 Func`8 Func`9 Action Action`1 Action`2 Action`3 Action`4
        Action`5 Action`6 Action`7 Action`8 Predicate`1 Comparison`1 Converter`2 EventHandler
        EventHandler`1 EventArgs IDisposable IAsyncDisposable IComparable IComparable`1
        IEquatable`1 IFormatProvider IFormattable IConvertible ICloneable IServiceProvider
        IObservable`1 IObserver`1 IProgress`1 Progress`1 Nullable`1 Span`1 ReadOnlySpan`1 Memory`1
        ReadOnlyMemory`1 ArraySegment`1 Tuple Tuple`1 Tuple`2 Tuple`3 ValueTuple WeakReference
        WeakReference`1 Index Range StringComparison StringComparer StringSplitOptions
        ArgumentException ArgumentNullException ArgumentOutOfRangeException
        InvalidOperationException NotImplementedException NotSupportedException
        NullReferenceException IndexOutOfRangeException FormatException OverflowException
        ObjectDisposedException OperationCanceledException AggregateException TimeoutException
        UnauthorizedAccessException ApplicationException SystemException InvalidCastException
        ObsoleteAttribute SerializableAttribute NonSerializedAttribute FlagsAttribute
        AttributeUsageAttribute ThreadStaticAttribute CLSCompliantAttribute ParamArrayAttribute
        AttributeTargets DayOfWeek DateTimeKind ConsoleColor TypeCode MidpointRounding
        """);
    add(
        types,
        "System.Collections.Generic",
        """
        IEnumerable`1 IEnumerator`1 ICollection`1 IList`1 ISet`1 IDictionary`2
        IReadOnlyCollection`1 IReadOnlyList`1 IReadOnlyDictionary`2 IReadOnlySet`1 List`1 HashSet`1
        SortedSet`1 LinkedList`1 LinkedListNode`1 Queue`1 Stack`1 Dictionary`2 SortedDictionary`2
        SortedList`2 KeyValuePair`2 KeyValuePair IComparer`1 IEqualityComparer`1 Comparer`1
        EqualityComparer`1 KeyNotFoundException IAsyncEnumerable`1 IAsyncEnumerator`1
        PriorityQueue`2
        """);
    add(
        types,
        "System.Collections",
        """
        IEnumerable IEnumerator ICollection IList IDictionary ArrayList Hashtable BitArray
        DictionaryEntry IComparer IEqualityComparer
        """);
    add(
        types,
        "System.Threading.Tasks",
        "Task Task`1 ValueTask ValueTask`1 TaskCompletionSource TaskCompletionSource`1 Parallel");
    add(
        types,
        "System.Threading",
        """
        CancellationToken CancellationTokenSource Thread Monitor Interlocked SemaphoreSlim Mutex
        Timer ThreadPool Volatile ReaderWriterLockSlim ManualResetEvent AutoResetEvent
        """);
    add(types, "System.Linq", "Enumerable Queryable IQueryable`1 IGrouping`2 IOrderedEnumerable`1");
    add(types, "System.Linq.Expressions", "Expression`1");
    add(
        types,
        "System.IO",
        """
        File Directory Path Stream MemoryStream FileStream StreamReader StreamWriter TextReader
        TextWriter StringReader StringWriter BinaryReader BinaryWriter IOException FileInfo
        DirectoryInfo FileMode FileAccess FileNotFoundException SeekOrigin
        """);
    add(types, "System.Text", "StringBuilder Encoding UTF8Encoding");
    add(
        types,
        "System.Collections.Concurrent",
        "ConcurrentDictionary`2 ConcurrentQueue`1 ConcurrentBag`1 ConcurrentStack`1");
    return Map.copyOf(types);
  }

  private static void add(Map<String, String> types, String space, String names) {
    for (String name : words(names)) {
      types.putIfAbsent(name, space + "." + name);
    }
  }

  static @Nullable String type(String name) {
    return TYPES.get(name);
  }

  static boolean isUniversal(String member) {
    return UNIVERSAL.contains(member);
  }

  private static Type.External made(String name, List<Type> arguments) {
    return new Type.External(name, arguments);
  }

  /** A type from outside with its arguments: delegates are functions. */
  static Type type(String name, List<Type> arguments) {
    String simple = name.substring(name.lastIndexOf('.') + 1);
    int tick = simple.indexOf('`');
    return switch (tick < 0 ? simple : simple.substring(0, tick)) {
      case "Func" ->
          arguments.isEmpty()
              ? made(name, arguments)
              : new Type.Function(
                  List.copyOf(arguments.subList(0, arguments.size() - 1)), arguments.getLast());
      case "Action" -> new Type.Function(arguments, VOID);
      case "Predicate" -> new Type.Function(arguments, made("System.Boolean", List.of()));
      case "Comparison" ->
          arguments.size() == 1
              ? new Type.Function(
                  List.of(arguments.getFirst(), arguments.getFirst()),
                  made("System.Int32", List.of()))
              : made(name, arguments);
      case "Converter" ->
          arguments.size() == 2
              ? new Type.Function(List.of(arguments.getFirst()), arguments.getLast())
              : made(name, arguments);
      case "EventHandler" ->
          new Type.Function(
              List.of(
                  made("System.Object", List.of()),
                  arguments.isEmpty() ? made("System.EventArgs", List.of()) : arguments.getFirst()),
              VOID);
      case "Expression", "Nullable" ->
          arguments.size() == 1 ? arguments.getFirst() : made(name, arguments);
      default -> made(name, arguments);
    };
  }

  static boolean isTask(Type.External type) {
    return type.arguments().size() == 1 && TASKS.contains(type.simpleName());
  }

  /** What iterating gives. */
  static Type element(Type type) {
    return switch (type) {
      case Type.Array array -> array.element();
      case Type.External external -> {
        String name = external.simpleName();
        List<Type> arguments = external.arguments();
        if (arguments.isEmpty()) {
          yield Type.UNKNOWN;
        }
        if (DICTIONARIES.contains(name) && arguments.size() == 2) {
          yield made("System.Collections.Generic.KeyValuePair`2", arguments);
        }
        if (name.equals("IGrouping`2")) {
          yield arguments.getLast();
        }
        if (name.equals("ILookup`2")) {
          yield made("System.Linq.IGrouping`2", arguments);
        }
        yield ITERABLES.contains(name) ? arguments.getFirst() : Type.UNKNOWN;
      }
      case Type.Declared d -> Type.UNKNOWN;
      case Type.Function f -> Type.UNKNOWN;
      case Type.Unknown u -> Type.UNKNOWN;
    };
  }

  /** What an index gives. */
  static Type indexed(Type type) {
    if (type instanceof Type.External external && external.arguments().size() == 2) {
      if (DICTIONARIES.contains(external.simpleName())) {
        return external.arguments().getLast();
      }
      if (external.simpleName().equals("ILookup`2")) {
        return made("System.Collections.Generic.IEnumerable`1", external.arguments().subList(1, 2));
      }
    }
    return element(type);
  }

  /** What a lambda is given that is passed to a member of the library. */
  static Type given(Type receiver, String member, int parameter) {
    if (receiver instanceof Type.External external && isDictionary(external)) {
      switch (member) {
        case "GetOrAdd" -> {
          return parameter == 0 ? external.arguments().getFirst() : Type.UNKNOWN;
        }
        case "AddOrUpdate" -> {
          return parameter == 0 ? external.arguments().getFirst() : external.arguments().getLast();
        }
        default -> {
          // Goes over the entries.
        }
      }
    }
    if (member.equals("ContinueWith")) {
      return parameter == 0 ? receiver : Type.UNKNOWN;
    }
    Type element = element(receiver);
    boolean isPair = member.equals("Sort") || member.equals("Aggregate");
    return parameter == 0 || parameter == 1 && isPair ? element : Type.UNKNOWN;
  }

  private static boolean isDictionary(Type.External type) {
    return type.arguments().size() == 2 && DICTIONARIES.contains(type.simpleName());
  }

  /** What a member of the library gives that is called with type arguments. */
  static Type generic(String member, List<Type> arguments) {
    if (arguments.size() != 1) {
      return Type.UNKNOWN;
    }
    if (MADE_SEQUENCES.contains(member)) {
      return made("System.Collections.Generic.IEnumerable`1", arguments);
    }
    return MADE.contains(member) ? arguments.getFirst() : Type.UNKNOWN;
  }

  /** What a member of the library gives. */
  static Type result(Type receiver, String member) {
    switch (member) {
      case "ToString" -> {
        return made("System.String", List.of());
      }
      case "GetType" -> {
        return made("System.Type", List.of());
      }
      default -> {
        // Depends on the type.
      }
    }
    return switch (receiver) {
      case Type.Array array -> ofIterable(receiver, array.element(), member);
      case Type.External external -> ofExternal(external, member);
      case Type.Function function -> member.equals("Invoke") ? function.result() : Type.UNKNOWN;
      case Type.Declared declared ->
          member.equals("Value") || member.equals("GetValueOrDefault") ? receiver : Type.UNKNOWN;
      case Type.Unknown u -> Type.UNKNOWN;
    };
  }

  private static Type ofExternal(Type.External external, String member) {
    List<Type> arguments = external.arguments();
    String name = external.simpleName();
    if (isDictionary(external)) {
      switch (member) {
        case "Values" -> {
          return made("System.Collections.Generic.ICollection`1", arguments.subList(1, 2));
        }
        case "Keys" -> {
          return made("System.Collections.Generic.ICollection`1", arguments.subList(0, 1));
        }
        case "GetValueOrDefault", "GetOrAdd", "AddOrUpdate" -> {
          return arguments.getLast();
        }
        default -> {
          // A sequence of its entries.
        }
      }
    }
    switch (name) {
      case "KeyValuePair`2", "IGrouping`2" -> {
        if (member.equals("Key") && arguments.size() == 2) {
          return arguments.getFirst();
        }
        if (member.equals("Value") && arguments.size() == 2) {
          return arguments.getLast();
        }
      }
      case "ValueTuple" -> {
        return part(member, external);
      }
      case "Lazy`1",
          "Task`1",
          "ValueTask`1",
          "IOptions`1",
          "IOptionsMonitor`1",
          "ThreadLocal`1",
          "AsyncLocal`1",
          "TaskCompletionSource`1" -> {
        if (arguments.size() == 1) {
          return ofHolder(external, arguments.getFirst(), member);
        }
      }
      default -> {
        // A sequence, or nothing that is known.
      }
    }
    Type element = element(external);
    return element instanceof Type.Unknown ? Type.UNKNOWN : ofIterable(external, element, member);
  }

  private static Type ofHolder(Type.External holder, Type held, String member) {
    return switch (member) {
      case "ConfigureAwait" -> holder;
      case "GetAwaiter" -> holder;
      case "Task" -> made("System.Threading.Tasks.Task`1", List.of(held));
      case "CurrentValue" -> held;
      default -> HELD.contains(member) ? held : Type.UNKNOWN;
    };
  }

  private static Type ofIterable(Type iterable, Type element, String member) {
    if (ELEMENTS.contains(member)) {
      return element;
    }
    if (ASYNC_ELEMENTS.contains(member)) {
      return made("System.Threading.Tasks.Task`1", List.of(element));
    }
    if (ASYNC_COLLECTIONS.contains(member)) {
      return made(
          "System.Threading.Tasks.Task`1",
          List.of(made("System.Collections.Generic.List`1", List.of(element))));
    }
    if (member.equals("GetEnumerator") || member.equals("GetAsyncEnumerator")) {
      return made("System.Collections.Generic.IEnumerator`1", List.of(element));
    }
    if (!SAME.contains(member)) {
      return Type.UNKNOWN;
    }
    return member.equals("ConfigureAwait")
        ? iterable
        : made("System.Collections.Generic.List`1", List.of(element));
  }

  /** A part of a value that is taken apart: {@code #0}, {@code Item1}. */
  static Type part(String form, Type base) {
    if (!(base instanceof Type.External external)) {
      return Type.UNKNOWN;
    }
    int place = -1;
    if (form.startsWith("#")) {
      place = Integer.parseInt(form.substring(1));
    } else if (form.matches("Item[1-9]")) {
      place = form.charAt(4) - '1';
    }
    boolean isTaken =
        external.simpleName().equals("ValueTuple")
            || external.simpleName().equals("KeyValuePair`2")
            || external.simpleName().startsWith("Tuple`");
    return isTaken && place >= 0 && place < external.arguments().size()
        ? external.arguments().get(place)
        : Type.UNKNOWN;
  }

  /** What a type of the library is as well, the nearest first. */
  static List<String> bases(String simpleName) {
    return switch (simpleName) {
      case "String" -> List.of("string", "IEnumerable`1", "IEnumerable", "IComparable");
      case "Int32" -> List.of("int", "IComparable", "IFormattable");
      case "Int64" -> List.of("long", "IComparable", "IFormattable");
      case "Boolean" -> List.of("bool");
      case "Double" -> List.of("double", "IFormattable");
      case "Single" -> List.of("float", "IFormattable");
      case "Decimal" -> List.of("decimal", "IFormattable");
      case "Byte" -> List.of("byte");
      case "Char" -> List.of("char");
      case "Object" -> List.of("object");
      case "Type" -> List.of("MemberInfo");
      case "List`1", "Collection`1", "ObservableCollection`1" ->
          List.of(
              "IList`1",
              "IReadOnlyList`1",
              "ICollection`1",
              "IReadOnlyCollection`1",
              "IEnumerable`1",
              "IList",
              "ICollection",
              "IEnumerable");
      case "IList`1", "IReadOnlyList`1", "ISet`1", "HashSet`1" ->
          List.of("ICollection`1", "IReadOnlyCollection`1", "IEnumerable`1", "IEnumerable");
      case "Dictionary`2", "ConcurrentDictionary`2", "SortedDictionary`2" ->
          List.of(
              "IDictionary`2",
              "IReadOnlyDictionary`2",
              "ICollection`1",
              "IEnumerable`1",
              "IDictionary",
              "IEnumerable");
      case "Task`1" -> List.of("Task");
      case "MemoryStream", "FileStream" -> List.of("Stream");
      case "IOrderedEnumerable`1", "IQueryable`1", "ICollection`1", "IReadOnlyCollection`1" ->
          List.of("IEnumerable`1", "IEnumerable");
      default ->
          simpleName.endsWith("Exception")
              ? List.of("Exception")
              : ITERABLES.contains(simpleName) || DICTIONARIES.contains(simpleName)
                  ? List.of("IEnumerable`1", "IEnumerable")
                  : List.of();
    };
  }
}
