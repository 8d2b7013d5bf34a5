import os

# A bracket that is left open costs its statement, not what follows.
def above():
    x = compute(a, [
    return x

# Heads that are cut: of a class, of a method with one parameter and with two, the last of which is lost.
class Broken(Base:
    def method(self:
        self.x = 1
        return os.path

    def other(self, a
        return a

# Brackets inside of others.
CONFIG = {
    "a": [1, 2,
    "b": (3,
}

# The one closes the other.
def below(a, b):
    return call(a, (b)

# The end of the file closes what is open.
class Last:
    def m(self):
        print("x"
