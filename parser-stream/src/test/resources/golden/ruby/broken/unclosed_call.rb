class A
  def x(a)
    foo(
  def y
    bar
  end
end
class B
  def z; end
