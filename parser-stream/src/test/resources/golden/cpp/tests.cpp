#include <gtest/gtest.h>

// Tests and benchmarks that macros make.
TEST(Shop, SellsItems) {
  Shop shop;
  EXPECT_EQ(3, shop.sell(1));
}

TEST_F(ShopTest, Empty) { ASSERT_TRUE(shop_.empty()); }

TEST_CASE("items are sold", "[shop]") {
  REQUIRE(sell());
}

BOOST_AUTO_TEST_CASE(closes) { BOOST_CHECK(close()); }

static void BM_Sell(benchmark::State& state) {
  for (auto _ : state) sell();
}
BENCHMARK(BM_Sell);

void registered() {}
BENCHMARK(registered)->Arg(8);

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  return RUN_ALL_TESTS();
}
