namespace Shop.Lib
{
    // The other part.
    public partial class Item
    {
        public Price Open() { return Price; }

        private int Hidden() { return 1; }
    }
}
