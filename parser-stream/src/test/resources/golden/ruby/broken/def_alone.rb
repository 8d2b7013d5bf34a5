class Unnamed
  def
  def named; work; end
end
def ; end
class ; end
module lower
end
def good(a, = 1); a; end
