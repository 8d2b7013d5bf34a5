module Shop
  # Still here.
  class Cart < Base
    LIMIT = 3

    # The sum.
    def total(list, tax: 1)
      list.sum

    def self.empty
      new([])
