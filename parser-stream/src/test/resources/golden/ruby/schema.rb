# This file is auto-generated from the current state of the database.

ActiveRecord::Schema[7.1].define(version: 1) do
  create_table "users" do |t|
    t.string "name"
  end
end

=begin
A comment of another kind.
=end
def documented; end
