class Statements
{
    // Loops, resources, exceptions: what they bind and until where.
    void Blocks(IEnumerable<Order> orders, Dictionary<string, Order> map)
    {
        for (int i = 0, n = orders.Count(); i < n; i++) { Use(i); }
        foreach (var order in orders) order.Pay();
        foreach (Order typed in orders) typed.Pay();
        foreach (var (key, value) in map) { key.Trim(); value.Pay(); }
        await foreach (var item in stream) { item.Go(); }
        while (reader.Read() is { } row) row.Use();
        do { step++; } while (step < Limits.Max);
        using (var file = File.Open(path)) file.Read();
        using var other = new Reader(path);
        using (other) { }
        lock (gate) { gate.Enter(); }
        fixed (byte* p = buffer) { Use(p); }
        try { Risk(); }
        catch (IOException e) when (e.Code is var code && code > 1) { Log(e, code); }
        catch (Failure) { throw; }
        catch { }
        finally { Close(); }
        checked { total++; } unsafe { Use(*at); }
        const int Local = 3; Use(Local);
        again: step--; goto again;
    }

    // Queries bind range variables.
    void Queries(IEnumerable<Order> orders)
    {
        var q = from o in orders
                from Line l in o.Lines
                join c in customers on o.CustomerId equals c.Id into cs
                let total = l.Price * l.Count
                where total > Limits.Max && o.Open
                orderby o.Date descending, l.Name
                group new { o, total } by o.Customer into g
                select g.Key.Name;
        q.First();
    }

    // Complexity: each branch, loop, case, catch and logical operator is a path.
    int Complex(int a, bool b, string? c)
    {
        if (a > 1 && b || c != null)
        {
            foreach (var x in list) { if (x) return 1; }
        }
        else if (a < 0) { a = c is null ? 1 : b ? 2 : 3; }
        else { a = c?.Length ?? 0; }
        int Local(int n) { return n > 0 ? 1 : 0; }
        Func<int, int> f = n => { if (n > 1) { n--; } return n; };
        return a switch { 1 or 2 => Local(1), > 5 => f(2), _ => 0 };
    }

#if DEBUG
    // Both branches of the preprocessor are code.
    void Debug() { Trace.Write(1); }
#elif TRACE
    void Traced() { }
#else
    void Release()
    {
#if NET
        Net();
#else
        NoNet(
#if X
            first,
#endif
            second);
#endif
    }
#endif
}
