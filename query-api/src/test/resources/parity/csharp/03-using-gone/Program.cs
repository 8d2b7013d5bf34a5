using System;
using System.Collections.Generic;
using static Shop.Lib.Item;
using Renamed = Shop.Lib.ItemStore;

namespace Shop.App
{
    class Program
    {
        private readonly ItemStore store = new();

        private Price price;

        void Run(List<Item> items)
        {
            // Through declared types, a bound type parameter, both parts, an extension.
            store.Load(1).Price.Cents.ToString();
            store.First().Open().Label();
            // Created, by its name, by an alias, and through a static using.
            var item = new Item("y") { Title = "z" };
            item.Open().Title = "w";
            var other = new Renamed();
            other.Load(2);
            Of("q").Open();
            // What is iterated over, and what a lambda is given.
            foreach (var one in items) { one.Label(); }
            items.ForEach(i => i.Open());
            // Enums, the platform, and what is not there.
            var kind = Kind.Good;
            Console.WriteLine(kind);
            item.Missing();
            this.price = item.Price;
        }
    }
}
