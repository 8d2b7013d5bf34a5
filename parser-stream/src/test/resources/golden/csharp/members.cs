namespace Shop;

/**
 * <summary>Members of all kinds.</summary>
 */
public class Members : Base, IEnumerable<int>
{
    // Several fields in one declaration; a constant; a static field that is made.
    private int count, total = Zero;
    public const string Name = "x" + Suffix;
    static readonly Dictionary<string, List<Members>> Cache = new() { ["a"] = null };
    internal volatile Members? next;

    // A static constructor, one that calls another, one that calls the base, a finalizer.
    static Members() { Cache.Clear(); }
    public Members(int count) : this(count, null) { this.count = count; }
    protected Members(int count, string? name = "none") : base(name ?? Name) => total = count;
    ~Members() { Release(); }

    // Properties: automatic, with a value, computed, with code, init only, required, with the word field.
    public int Count { get; private set; }
    public IList<Members> Children { get; } = new List<Members>();
    public bool IsEmpty => count == 0 && Children.Count == 0;
    public string Title
    {
        get { return title; }
        [Obsolete] set { title = value ?? throw new ArgumentNullException(nameof(value)); Changed?.Invoke(this, EventArgs.Empty); }
    }
    public required int Id { get; init; }
    public string Trimmed { get; set => field = value.Trim(); }

    // Events: two like fields, and one with accessors.
    public event EventHandler Changed, Removed;
    public event EventHandler<MyArgs> Moved { add => moved += value; remove { moved -= value; } }

    // Indexers, one of them of an interface.
    public string this[int index, string? key = null] { get => names[index]; set => names[index] = value; }
    object IReadOnlyList<object>.this[int i] => this[i];

    // Members of an interface, told apart by its name.
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    int ICounted<int>.Count => Count;
    event Action ISource.Fired { add { } remove { } }

    // Operators and conversions.
    public static Members operator +(Members a, Members b) => new Members(a.count + b.count);
    public static bool operator true(Members m) => m.count > 0;
    public static Members operator checked ++(Members m) => m;
    public static implicit operator int(Members m) => m.count;
    public static explicit operator checked List<string>(Members m) => m.names;

    // Methods: generic, extension, ref return, iterator, extern, partial, local functions.
    public static ref readonly T Pick<T, TKey>(this IReadOnlyList<T> source, ref TKey key, out int index, in T other, params T[] rest)
        where T : class?, IKeyed<TKey>
        where TKey : notnull
    {
        index = Find(source, key);
        return ref source[index].Value;
        static int Find(IReadOnlyList<T> list, TKey key) => list.IndexOf(key);
    }
    protected override sealed IEnumerable<int> Walk() { yield return 1; yield break; }
    [DllImport("kernel32")] private static extern bool Beep(uint frequency, uint duration);
    partial void OnChanged(string name);
    public virtual async ValueTask DisposeAsync() { await using var c = Open(); await c.CloseAsync().ConfigureAwait(false); }
}
