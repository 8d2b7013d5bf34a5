# frozen_string_literal: true

# Everything about orders.
module Shop
  # A class with a base, and modules mixed in.
  #
  # @deprecated use Basket
  class Order < Base::Record
    include Comparable, Logging
    extend Forwardable
    prepend Audit::Trail

    # Constants: plain, frozen, qualified.
    LIMIT = 10
    NAMES = %w[a b].freeze
    Shop::GLOBAL = LIMIT

    # A class inside of a class.
    class Line; end

    # An error made by a call, with a base.
    Failure = Class.new(StandardError)

    # A module made by a call.
    Helpers = Module.new do
      def help = 1
    end
  end

  # A name with what qualifies it.
  class Order::Item < ::Object
  end

  module ::Top::Level
  end

  # A class of values with a body.
  Point = Struct.new(:x, :y, keyword_init: true) do
    def length = Math.sqrt(x * x + y * y)

    def self.zero = new(x: 0, y: 0)
  end

  # The same without a constant.
  class Pair < Struct.new(:left, :right)
    def to_s = "#{left}, #{right}"
  end

  # Values that do not change.
  Money = Data.define(:amount, :currency) do
    def +(other)
      with(amount: amount + other.amount)
    end
  end

  # A base with a version.
  class AddOrders < ActiveRecord::Migration[7.1]
    def change
      create_table :orders
    end
  end

  # A base that a call makes.
  class Wrapped < DelegateClass(Order)
  end
end

# A class without a name.
handler = Class.new(Shop::Base) do
  def call(env) = [200, env]
end

# What is added where it is used.
module Texts
  refine String do
    def shout = upcase + "!"
  end
end
using Texts

# A concern of Rails.
module Tagged
  extend ActiveSupport::Concern

  included do
    has_many :tags
    private

    def hidden; end
  end

  class_methods do
    def tagged_with(tag) = where(tag:)
  end
end
