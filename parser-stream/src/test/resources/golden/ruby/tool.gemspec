Gem::Specification.new do |spec|
  spec.name = "tool"
  spec.files = Dir["lib/**/*.rb"]
  spec.add_dependency "json", ">= 2"
end
