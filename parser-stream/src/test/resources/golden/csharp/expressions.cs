namespace Shop;

class Expressions
{
    void Access(Order order, int[] numbers, dynamic any)
    {
        // Chains: members, calls, elements, conditional access, the sign for not null.
        order.Lines[0].Product.Name.Trim();
        order?.Customer?.Address!.City.ToUpper();
        order.Lines?[1]?.Price.Round(2);
        this.Access(base.Make(), numbers, any);
        System.Console.WriteLine(global::Shop.Settings.Default.Get<Order>("key"));
        Old::Library.Thing.Run();
        List<int>.Empty.Add(int.Parse("1"));
        (handler)(1); GetHandler()(2); handlers[0](3);

        // Writes, reads, and what is neither.
        total = order.Total; order.Total += total; count++; --order.Count; order.Lines[0].Price ??= 1;
        _ = Compute(); ref int r = ref count; Fill(out total, ref count, in order.Total, name: order.Id);
        string text = nameof(Order.Total) + nameof(text);
        (total, order.Count, var rest) = Split(order);
        var (first, (second, _)) = Split(order);
        (int a, string b) = Pair();

        // Creations and initialisers.
        var cart = new Cart(1) { Owner = { Name = "x" }, Lines = { new Line(), order.First }, [2] = total };
        Cart other = new(2) { Owner = null };
        Use(new() { Owner = null }, new Shop.Cart[count], new[] { order }, stackalloc int[3]);
        var anonymous = new { order.Total, Double = total * 2, first };
        int[] list = [1, .. numbers, order.Count];
        Dictionary<string, Cart> map = new() { { "a", cart } };

        // Types in expressions.
        var x = (Order)any ?? any as Special ?? default(Order);
        if (any is Order && any is not null and Special s || s is { Total: > 5, Customer.Name: { Length: var n } name }) { Use(n, name); }
        Use(typeof(Dictionary<,>), sizeof(Order), default, checked(total + 1));

        // Lambdas and method groups.
        var names = order.Lines.Where(l => l.Price > 1).Select((l, i) => l.Name + i).ToList();
        Func<Order, int> f = static (Order o) => o.Count; f(order);
        order.Changed += OnChanged; order.Changed -= delegate (object sender, Args e) { Use(sender, e.Name); };
        numbers.ToList().ForEach(Console.WriteLine);

        // Strings with code in them.
        Use($"{order.Total:N2} of {total,5}", $@"{name}", $"""{order.Id}""", """raw""", 'c', 1.5m);
        var later = await order.SaveAsync(); later.Done();
    }

    void Patterns(object o, Order order)
    {
        // A switch expression: types, constants, properties, positions, lists, guards.
        var text = o switch
        {
            Order { Lines.Count: 0 } or null => "none",
            Order(var id, { Name: "x" }) when id > Limits.Max => id.ToString(),
            Kind.A => Texts.A,
            [int head, .., var last] => head + last,
            > 5 and < 10 => "some",
            (1, 2) pair => pair.ToString(),
            string { Length: 3 } s => s,
            not Order => throw new Failure(o),
            var other => other.ToString(),
        };
        // A switch statement; patterns bind in their section.
        switch (order)
        {
            case { Total: 0 }: break;
            case Special s when s.Bonus: s.Pay(); break;
            case Special: case null: goto default;
            case (var left, _) : left.Go(); goto case null;
            default: return;
        }
        // What a condition binds is seen behind the statement.
        if (o is not Order found) return;
        found.Pay();
        if (!Try(out var made) || !Try2(out Order typed)) return;
        made.Use(typed.Total);
    }
}
