// Tests and benchmarks are methods with the attributes of their frameworks.
using Xunit;

public class CartTests
{
    [Fact] public void Adds() => Assert.Equal(1, new Cart().Count);
    [Theory, InlineData(1)] public void AddsMany(int n) { }
    [NUnit.Framework.TestAttribute] public void Old() { }
    [TestCase(1, ExpectedResult = 2)] public int Case(int a) => a + 1;
    [TestMethod] public async Task MsTest() { await Task.Yield(); }
    [Benchmark(Baseline = true)] public void Fast() { }
    [Obsolete("gone"), Generic<Cart>(Kind.A, typeof(Cart[]))] public void Left() { }
    [return: NotNull] [field: NonSerialized] public string Helper([CallerMemberName] string name = "") => name;
    [GeneratedCode("tool", "1.0")] void Made() { }
}

[TestFixture]
class NotAMethod { [Fact] int property; }
