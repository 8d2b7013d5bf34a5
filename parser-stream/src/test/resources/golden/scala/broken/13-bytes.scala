class Z { def a = 1 }
ÿþ class Y
