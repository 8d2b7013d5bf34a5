"""Classes and what they hold."""

import enum
from dataclasses import dataclass, field
from functools import cached_property
from typing import ClassVar, Final, overload, override


# Fields of a class and of its objects; the first place that sets one defines it.
class Account(Base, metaclass=Meta):
    """An account."""

    count: ClassVar[int] = 0
    LIMIT: Final = 10
    __secret = None

    def __init__(self, owner: str, *, balance=0):
        """Opens it."""
        super().__init__(owner)
        self.owner = owner
        self._balance: int = balance
        """What is left."""
        self.history = []
        Account.count += 1

    # Properties with accessors.
    @property
    def balance(self) -> int:
        return self._balance

    @balance.setter
    def balance(self, value: int) -> None:
        self._balance = value

    @cached_property
    def first(self):
        return self.history[0]

    # Static and class methods.
    @staticmethod
    def parse(text: str) -> "Account":
        return Account(text)

    @classmethod
    def empty(cls) -> "Account":
        return cls("")

    # Overloads are each listed.
    @overload
    def find(self, key: int) -> str: ...
    @overload
    def find(self, key: str) -> int: ...
    def find(self, key):
        return self.lookup(key)

    # Private and protected methods, and a lambda with a name.
    def _internal(self):
        return self.__hidden()

    def __hidden(self):
        return self.owner.name.strip().title()

    double = lambda self: self.balance * 2

    # A method of another name.
    alias = _internal

    # A class inside.
    class Nested:
        depth = 1


# Enum members, and a value that is none.
class Color(enum.Enum):
    RED = 1
    GREEN = enum.auto()
    _ignored = 3

    @override
    def __str__(self):
        return self.name.lower()


@dataclass(frozen=True)
class Point:
    x: int
    y: int = field(default=0)


# A deprecated function, an abstract method, tests.
@deprecated("use other")
def old():
    """Old.

    .. deprecated:: 2.0
    """


class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self): ...


class TestAccount(unittest.TestCase):
    def test_balance(self):
        self.assertEqual(0, Account("a").balance)


def test_parse():
    assert Account.parse("x")


# A call of type at the begin of an assignment is no alias, though it looks like the head of one.
def patched(mock, value):
    type(mock).state = value
    type(mock)._cache: dict[str, Meter] = {}
    type(mock).registry[0] = Meter()
