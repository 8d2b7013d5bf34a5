module M
  class C
    def a; 1; end
    def self.b
      if x
  end
end
