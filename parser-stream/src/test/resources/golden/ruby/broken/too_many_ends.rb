class E
 def a; end
 end
end
def b; end
) class F; def c; end; end
