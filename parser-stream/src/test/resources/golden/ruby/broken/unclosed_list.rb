class A
  def x = 1
  x = [1, 2
  def y
  end
end
