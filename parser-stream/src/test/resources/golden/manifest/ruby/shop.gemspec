Gem::Specification.new do |spec|
  spec.name = "shop"
  spec.version = "1.1.0"
  spec.add_dependency "rack", ">= 3", "< 4"
  spec.add_development_dependency("rake")
end
