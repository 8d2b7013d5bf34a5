class Unclosed:
    def method(self:
        return self.x

    def after(self):
        return 1
