# If with everything.
def branches(a, b)
  if a && b || a
    1
  elsif a then 2
  else
    3
  end
  unless a
    4
  end
  5 if a unless b
  a ? (b ? 1 : 2) : 3
end

# Loops.
def loops(list)
  while (line = gets)
    next if line.empty?
    break
  end
  until list.empty? do list.pop end
  for x, y in list
    puts x, y
  end
  begin
    redo
  end while list.any?
  loop { break }
end

# Cases with values.
def cases(x)
  case x
  when Integer, *NUMBERS then 1
  when 1..5, /re/ then 2
  when ->(n) { n > 1 } then 3
  else 4
  end
  case
  when x.nil? then 1
  end
end

# Errors.
def errors
  open_file
rescue IOError, Net::Timeout => e
  puts e.message
  retry
rescue *LIST
  2
rescue => @last
  raise Custom.new("x"), cause: @last
else
  3
ensure
  close
end

# Patterns: arrays, maps, classes, alternatives, values of variables, guards.
def patterns(data, limit)
  case data
  in Integer | Float => number if number > 1
    number
  in [Integer => first, *, String]
    first
  in [*, 3, *post]
    post
  in { name: String => name, address: { city: }, **rest } unless rest.empty?
    [name, city]
  in Shop::Point(x:, y:)
    x + y
  in Shop::Pair[left, right]
    left
  in ^limit | ^(limit + 1) | ^@bound
    limit
  in nil | "text" | :symbol | 1.. | /re/
    0
  in { only: 1, **nil }
    1
  else
    raise NoMatchingPatternError
  end
end

# Patterns on one line.
def one_line(config)
  config => { user: { id: } }
  config in [a, b]
  [id, a, b]
end
