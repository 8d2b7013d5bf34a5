def match(x)
  case x
  in { name: String => , age: }
    age
  in [a, *
    a
  end
end

def fine = 1
