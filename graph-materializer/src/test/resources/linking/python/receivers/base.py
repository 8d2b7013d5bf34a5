from abc import ABC
from typing import Optional, Union, overload
import other


class Base(ABC):
    def run(self): ...

    def make(self) -> "Base":
        return self

    def __enter__(self):
        return self


class Foreign(other.Thing):
    def own(self): ...


class Left:
    def go(self): ...


class Right:
    def go(self): ...

    def only(self): ...


@overload
def pick(a: int) -> Left: ...
@overload
def pick(a: str) -> Left: ...
def pick(a) -> Left: ...


if other.flag:
    def twice(): ...
else:
    def twice(): ...
