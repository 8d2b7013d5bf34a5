from base import Base, Foreign, Left, Right, pick, twice
import base as b


class Child(Base):
    shared = Left()

    def __init__(self, left: Left, maybe: "Right | None" = None):
        self.left = left
        self.maybe = maybe
        self.made = b.Right()

    @property
    def other(self) -> Right:
        return self.made

    def run(self):
        super().run()
        self.left.go()
        self.maybe.go()
        self.made.only()
        self.other.only()
        self.shared.go()
        self.make().run()
        self.absent()

    @classmethod
    def build(cls):
        return cls(Left())

    def list(self):
        return isinstance(self, list)


class Grandchild(Foreign):
    def run(self):
        self.own()
        self.foreign()


def flow(flag, param, both: "Left | Right"):
    x = Left()
    if flag:
        x = Right()
        x.only()
    x.go()
    if isinstance(param, Right):
        param.only()
    param.go()
    both.go()
    pick(1).go()
    twice()
    with Child(x) as entered:
        entered.run()
    for name, item in {"a": Left()}.items():
        item.go()
    b.Left().go()
    [c.go() for c in [x]]

    def inner():
        return Left()

    inner().go()
    len(name).bit_length()
