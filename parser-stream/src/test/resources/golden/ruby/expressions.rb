require "json"
require_relative "shop/order"
require_relative "../base"
require File.expand_path("../helper", __FILE__)
require File.join(__dir__, "more")
load "tasks.rb"
autoload :Parser, "shop/parser"

class Expressions
  # Variables of all kinds.
  @shared = 1
  @@count = 0
  $log = nil
  alias $protocol $log

  def variables
    local = 1
    local += 1
    @field ||= local
    @field += 1
    @@count += 1
    $log << local
    later ||= compute
    later
  end

  # Several at once.
  def several
    a, (b, *c), @d, self.title, list[0] = 1, 2, 3, 4, 5
    first, *rest = pair
    x = y = Order.new
    [a, b, c, first, rest, x, y]
  end

  # Calls: with receivers, safe, with a dot alone, with a double colon, of words.
  def calls(order)
    order.customer&.address.city
    order.("now")
    order::total(1)
    Integer("1")
    Kernel::Float("2")
    order.total = 5
    order.lines += [1]
    order&.state ||= :open
    order[:a][:b] = order.keys
    self.class::LIMIT
    self.class.new.run
    ::Shop::Order.new(1, x: 2).save!
    Shop::Order::LIMIT.to_s
    puts "sum: #{order.total + tax} #@field", <<~TEXT, 'end'
      Dear #{order.customer.name}
    TEXT
    system `ls #{order.path}`
    order.name =~ /#{order.pattern}/
  end

  # Arguments: lists, keys, keys alone, blocks passed on.
  def arguments(x, &block)
    y = 2
    call(*x, **y, &block)
    call(x:, y:, z:)
    call "a" => 1, b: y, "c": x
    x.map(&:to_s).each(&block)
    x.map(&method(:calls))
    x.method(:size).unbind
    x.send(:reload, 1)
    x.public_send("name")
  end

  # Blocks: with parameters, without names for them, with locals.
  def blocks(list)
    list.each { |item| item.save }
    list.each_with_index do |(key, value), i; tmp|
      tmp = key
      puts tmp, value, i
    end
    list.map { it.name }
    list.zip(list).map { _1.id + _2.id }
    list.inject { |sum, n = 0| sum + n }
    it
  end

  # Functions with names.
  DOUBLE = ->(n) { n * 2 }
  def lambdas
    add = lambda { |a, b = 1| a + b }
    again = proc do |n|
      again.call(n - 1)
    end
    add.(1, 2)
    add.call(3)
    ->(x) do x end
  end

  # Operators and the rest.
  def rest(a, b)
    c = a ? b : self
    d = (a && b) || !c
    e = a or b
    f = Integer(a) rescue 0
    g = defined?(a) ? -b : 1..2
    h = [a, *b, { a:, "k" => c, **d }]
    i = %i[a b] + %w[c #{d}]
    [e, f, g, h, i, __FILE__, __method__, ?x, 1r, 2i, 3.5, nil]
    BEGIN { setup }
    yield a, b
    yield(self)
    return a, b
  end
end
