from app.base import Base


class Model(Base):
    def store(self):
        self.save()
        return self.load(1)
