#!/usr/bin/env ruby
# A program by its first line; tasks are calls.
desc "Builds"
task build: [:clean] do |t, args|
  sh "gem build"
end

namespace :db do
  task(:seed) { Seeds.run }
end
