class Methods
  # Every kind of parameter.
  #
  # @param a [Integer] the first
  # @param list [Array<String>]
  # @return [String, nil] the text
  def parameters(a, b = LIMIT, *list, c, d:, e: a + 1, **rest, &block)
    block.call(a, b, list, c, d, e, rest)
  end

  # Parts of a parameter, and that there are no more.
  def parts((first, (second, *others)), **nil) = [first, second, others]

  # Parameters without names are passed on.
  def anonymous(*, **, &) = target(*, **, &)

  def forwarded(...) = target(...)

  # Without parentheses, without a body on one line.
  def square x
    x * x
  end

  def endless? = @done
  def danger! = raise(NotImplementedError, "no")

  # Operators and writers.
  def ==(other) = other.is_a?(Methods) && id == other.id
  def [](key) = @values[key]
  def []=(key, value)
    @values[key] = value
  end
  def -@ = self
  def name=(value)
    @name = value
  end

  # The constructor.
  def initialize(name:)
    super()
    @name = name
    @values = Hash.new(0)
  end

  # Methods of the class.
  def self.create(...) = new(...)

  class << self
    attr_accessor :registry

    def register(item)
      @registry ||= []
      @registry << item
    end

    private

    def secret; end
  end

  # Visibility: alone, before a declaration, with names.
  private

  def hidden; end

  public

  def shown; end

  protected def guarded; end

  def late; end
  def later; end
  private :late, "later"
  private_class_method :create
  private attr_reader :inner

  INNER = 1
  private_constant :INNER

  # Attributes.
  attr_accessor :title, "color"

  # @return [Integer] how many
  attr_reader :count
  attr_writer :size
  class_attribute :settings

  # Second names.
  alias shout shown
  alias == eql?
  alias_method :cry, :shown

  # Methods that a call defines.
  define_method(:computed) { |by = 1| count * by }
  define_method "with text" do
    title
  end
  define_method :copied, instance_method(:shown)
  define_singleton_method(:made) { 1 }
  %w[a b].each { |n| define_method("is_#{n}?") { n } }

  # Away with it.
  undef_method :copied
  undef square

  # super with and without arguments.
  def to_s
    super
    super(1, 2)
  end

  # A method in a method.
  def outer
    def inner_one; end
    inner_one
  end
end

# The functions of a module.
module Functions
  module_function

  def one = 1

  def two = one + 1
end

module More
  def three = 3
  module_function :three
  extend self
end

# A function of the program, and one of an object.
def top_level(name)
  puts name
end

object = Object.new
def object.single; end

# @deprecated
def old; end
