// What C# 11 to 14 have added; what the grammar lacks costs no more than its own line.
namespace Newest;

// Generic attributes, required members, file-local types, generic math.
[Validator<Order>]
public abstract class Eleven<T> where T : INumber<T>, allows ref struct
{
    public required string Name { get; init; }
    public abstract T Sum(ReadOnlySpan<T> values);
    public ReadOnlySpan<byte> Bytes => "text"u8;
    public string Raw => """
        {"a": 1}
        """;
    public static T operator >>>(Eleven<T> left, int by) => T.Zero;
}

// Default values of lambda parameters, collections, types under other names.
class Twelve
{
    private readonly int[] rows = [1, 2, ..Rest];
    Func<int, int> Increment { get; } = (int n = Defaults.Step) => n + 1;
    void Spread(params IEnumerable<Order> orders) { List<Order> all = [.. orders, new()]; }
}

// Partial properties, locks, escapes, index from the end in an initialiser.
partial class Thirteen
{
    private readonly Lock gate = new();
    public partial string Title { get; set; }
    public partial int this[int i] { get; }
    void Timers() { lock (gate) { var t = new Timer { Ring = { [^1] = 0 } }; Use("\x1b", t); } }
    async Task Spans() { Span<int> s = stackalloc int[4]; await Task.Delay(1); s[0]++; }
}

// The word field, assignment to what may be null, names of open generics, modifiers without types.
class Fourteen
{
    public string Message { get => field ?? Fallback; set => field = value.Trim(); }
    public int field;
    int Plain() => field;
    void Assign(Order? order)
    {
        order?.Total = Compute();
        var name = nameof(List<>);
        TryParse<int> parse = (text, out result) => int.TryParse(text, out result);
    }
}

public static class Extensions
{
    // An extension block: its receiver is seen by all of its members.
    extension(Order order)
    {
        /// <summary>Whether it is open.</summary>
        public bool IsOpen() => order.State == State.Open;
        public static Order Create(int total) { return new Order(total); }
        public int Half => 2;
    }

    public static bool IsLarge(this Order order) => order.Total > 100;
}
