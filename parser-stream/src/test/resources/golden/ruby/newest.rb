# Ruby 3.4: it is the only parameter of a block.
names = people.map { it.name }
nested = rows.map { it.cells.map { it.text } }

# With a parameter of that name, or a local, it is that.
it = 5
other = rows.map { it }

# Ruby 3.3 and before: parameters without a name in blocks of methods.
def pass(*, **, &)
  log(*)
  send_on(**, &)
end

# Ruby 3.2: Data with positional values.
Coordinate = Data.define(:lat, :lng)
Coordinate.new(1, 2) => { lat: }

# Ruby 3.1: the key alone, and pins of expressions.
def short(x, y) = { x:, y: }
case 5
in ^(2 + 3) then true
end

# Ruby 3.0: endless methods, find patterns, and one that breaks a line.
def total = items
  .sum(&:price)
