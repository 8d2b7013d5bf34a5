# frozen_string_literal: true

# The descriptions of RSpec make a file of tests.
RSpec.describe Calculator do
  subject(:calculator) { described_class.new }

  let(:number) { 3 }

  before { calculator.reset }

  context "with numbers" do
    it "adds" do
      expect(calculator.add(number, 1)).to eq(4)
    end

    it { is_expected.to be_ready }

    get "/not/a/route" do
      1
    end
  end

  def helper
    number + 1
  end
end
