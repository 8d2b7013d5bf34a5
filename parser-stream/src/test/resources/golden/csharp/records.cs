using System;

namespace Shop.Records;

// The positional parameters of a record are its properties; here a base gets one of them.
public record Person(string First, [property: JsonIgnore] string Last = "", params int[] Numbers) : Named(First), IPerson
{
    public string Full => First + Last;
    public Person With() => this with { First = "x", Last = Full };
}

// A record struct can be written to unless it is read-only.
public record struct Position(int X, int Y);
public readonly record struct Fixed<T>(T Value) where T : struct;
public record Empty;

// A primary constructor: its parameters are seen in all of the body, and a member hides one.
public class Service(ILogger logger, IClock clock, int limit = Defaults.Limit) : ServiceBase(clock), IService
{
    private readonly IClock clock = clock;
    public int Limit { get; } = limit;
    public void Run() { logger.Log(clock.Now); Inner.Go(); }

    class Inner
    {
        static string logger;
        public static void Go() { logger.Trim(); }
    }
}

public struct Pair<T>(T left, T right)
{
    public T Left => left;
}

public interface IShape;
