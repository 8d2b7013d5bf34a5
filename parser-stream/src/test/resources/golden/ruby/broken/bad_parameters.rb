class P
  def one(a, b = , *c
    a + b
  end

  def two(&) = three(&)

  attr_reader :x,
  private :

  def four; end
end
