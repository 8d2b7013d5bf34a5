static class E
{
    // Blocks of extensions are newer than the grammar.
    extension(Order order)
    {
        public bool IsOpen() => order.State == 1;
        public int Half => order.Total / 2;
    }
    public static int After() => Go();
}
