"""A shop."""
from __future__ import annotations

import os.path
from .stock import Item as Thing

LIMIT = 3


class Shop(Base):
    """Sells."""

    open: bool = True

    def __init__(self, items: list[Thing]) -> None:
        self.items = items

    @property
    def size(self) -> int:
        return len(self.items)

    async def sell(self, *names, **more):
        for item in self.items:
            if item.name in names and self.size < LIMIT:
                yield await item.sell()


def main():
    shop = Shop([])
    print(os.path.join("a", str(shop.size)))
