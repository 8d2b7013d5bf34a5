from .root import Root


class Base(Root):
    def load(self, key):
        return self
