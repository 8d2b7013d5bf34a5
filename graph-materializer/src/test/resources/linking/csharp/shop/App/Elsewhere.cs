namespace Other
{
    // Without a using neither the type nor the extension is seen.
    class Elsewhere
    {
        void Run(Item item, Shop.Lib.Item named)
        {
            item.Open();
            named.Open();
            named.Label();
        }
    }
}
