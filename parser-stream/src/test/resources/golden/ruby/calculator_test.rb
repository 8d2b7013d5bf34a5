require "minitest/autorun"

# The tests of minitest.
class CalculatorTest < Minitest::Test
  def setup
    @calculator = Calculator.new
  end

  def test_adds
    assert_equal 3, @calculator.add(1, 2)
  end

  def helper_of_tests; end

  # A test with a text, as in Rails.
  test "subtracts" do
    assert_equal 1, @calculator.subtract(3, 2)
  end
end

class BenchCalculator < Minitest::Benchmark
  def bench_add
    assert_performance_linear { |n| n.times { add } }
  end
end

# No class of tests.
class Other
  def test_nothing; end
end
