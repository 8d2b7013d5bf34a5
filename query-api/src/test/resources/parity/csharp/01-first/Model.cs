namespace Shop.Lib;

// A base with a type parameter, and a type in two parts.
public abstract class Store<T>
{
    public abstract T Load(int id);

    public T First() => Load(0);
}

public partial class Item
{
    public Item(string title) { Title = title; }

    public string Title { get; set; }

    public Price Price { get; set; }

    public static Item Of(string title) => new Item(title);
}

public record Price(int Cents);

public class ItemStore : Store<Item>
{
    public override Item Load(int id) => Item.Of("x");
}

// Extension methods: seen where their namespace is used.
public static class ItemExtensions
{
    public static string Label(this Item item) => item.Title;
}

public enum Kind { Good, Bad }
