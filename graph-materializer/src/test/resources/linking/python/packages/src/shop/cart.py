import json
import yaml
from . import parts
from .parts.wheel import Wheel as Round
from .missing import gone


class Cart:
    def __init__(self):
        self.items: list[parts.Part] = []

    def add(self, item: "parts.Part") -> "Cart":
        self.items.append(item)
        return self

    def first(self):
        return self.items[0]

    def dump(self):
        return json.dumps(yaml.load(gone))


def wheel():
    return Round()
