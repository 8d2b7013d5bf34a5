"""Shapes and what can be done with them."""
from __future__ import annotations

import os.path as paths, sys
from typing import TYPE_CHECKING, Annotated, Literal, Optional

from .base import Base, helper as help_out
from ..other import *

if TYPE_CHECKING:
    from .later import Later

__all__ = ["Circle", "area"]
__all__ += ["LIMIT"]

LIMIT: int = 10
"""The most shapes."""
registry = Registry()
Size = Optional["Later"]


class Circle(Base, mixins.Named[int], metaclass=Meta):
    """A circle.

    With a radius.
    """

    count = 0
    kind: Literal["round"] = "round"

    def __init__(self, radius: float, *tags: str, unit=None, **options) -> None:
        super().__init__(radius)
        self.radius = radius
        self.cache = None
        self.count += 1
        if unit:
            self.cache = Cache(unit)

    @property
    def area(self) -> "list[Later]":
        return self.cache.area

    @area.setter
    def area(self, value): ...

    @classmethod
    def unit(cls):
        return cls(1)

    @staticmethod
    async def load(path: Annotated[str, Field(gt=0)]):
        async with paths.open(path) as handle, lock:
            async for line in handle:
                yield line

    def _scale(self, others: list[Circle]):
        shape = Circle(1)
        if others and len(others) > 1:
            shape = Square()
            shape.one()
        elif self.radius:
            pass
        shape.unknown()
        for other in others:
            other.grow(by=1)
        found = [o.radius for o in others if o]
        if isinstance(shape, Square):
            shape.narrow()
        try:
            shape.risk()
        except (ValueError, errors.Bad) as problem:
            print(problem.args)
        return f"{self.radius!r} {found}", lambda o: o.radius + shape.size


def area(x, y=1, *, z):
    global counter
    counter = 3

    def inner():
        return x.value

    return map(inner, y)


match sys.argv:
    case [Circle(radius=r) as c, *rest]:
        c.draw()
    case mod.NONE:
        pass

if (size := len(registry)) > 1:
    print(size)


class TestCircle(unittest.TestCase):
    def test_area(self):
        pass


if __name__ == "__main__":
    area(1, z=2)
