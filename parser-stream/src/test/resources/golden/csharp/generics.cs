// Types in all places: arguments, arrays, tuples, pointers, nullable and qualified ones.
using Map = System.Collections.Generic.Dictionary<string, (int Id, Shop.Order Order)>;

namespace Shop;

interface IRepository<in TKey, out TValue> : IReadable<TValue>, IDisposable
    where TKey : notnull, IEquatable<TKey>
    where TValue : class?, new()
{
    // The constraints of a method; its type parameters hide those of the type.
    TResult Fold<TResult, TKey>(Func<TResult, TValue, TResult> by, TResult seed) where TResult : unmanaged, Enum;
    // A variance of delegates, tuples, arrays of arrays and nullable arrays.
    Task<(TValue? Value, Error[][] Errors, int[,]? Grid)> Load(TKey key, Dictionary<TKey, List<TValue>>.Enumerator at);
    unsafe delegate*<Order, ref int, void> Pointer(Order** orders);
    Outer<int>.Inner<Order> Nested { get; }
    global::System.Action<dynamic> Root { get; }
}

class Holder<T>(T value) : Base<Holder<T>.Item, T[]>(value), IEnumerable<T>
{
    // A nested type sees the type parameter of the outer one, but not its parameters.
    internal class Item { public T? Held; T? Copy() { value.ToString(); return Held; } }

    // Generic calls and creations, and a type parameter that is made.
    static U Make<U>() where U : new() => new U();
    object Use() => Make<Item>() ?? Cache<T>.Shared.Get<List<Item>>(typeof(T)) ?? new Holder<Item?>(null);
    bool Check(object o) => o is Item && o is List<Item> or Item[] && o is not T;
}
