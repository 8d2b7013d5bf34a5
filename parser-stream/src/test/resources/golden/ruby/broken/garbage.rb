%%% @@ $ ::: class A; def a; b; end; end
}}}) ]] end end
def c(x) x.y end
@ = 1
class << ; def d; end; end
A::B:: = 3
-> ( { }
