from app import Model
import app.base as b


def run():
    model = Model()
    model.save()
    model.store().save()
    b.Base().load(2)


run()
