class Model:
    def save(self):
        return self

    def store(self):
        return self
