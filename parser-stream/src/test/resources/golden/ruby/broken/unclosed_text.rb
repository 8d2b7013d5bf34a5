class D < 
  def ok; end
end
puts "abc
def later; end
