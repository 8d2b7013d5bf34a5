# Operators as calls of methods that a class defines.
class Vector
  def self.[](*parts) = new(parts)

  # The operator stands between its receiver and its argument.
  def -(other) = self + -other

  # An operator before its operand.
  def -@ = Vector[*parts.map { |part| part * scale }]

  def combine(other, list)
    # Each of a chain; what comes of the first is not known.
    sum = self + other * scale
    # Beside a literal it is built in.
    sum + 1
    "sum: " + sum
    [1] + list
    # What compares is none, but the spaceship is.
    sum == other || sum < other
    sum <=> other
    # Put into something.
    list << sum
    # Elements of this object and of a class.
    self[0] = sum
    Registry[sum, other]
    # The element of a value is mostly one of a list or a map.
    list[0]
    ~flags & mask
  end
end
