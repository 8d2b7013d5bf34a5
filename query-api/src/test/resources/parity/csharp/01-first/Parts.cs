namespace Shop.Lib
{
    // The other part.
    public partial class Item
    {
        public Item Open() { return this; }

        private int Hidden() { return 1; }
    }
}
