@
def a():
    pass


@decorator(
def b():
    pass


@ok
class C:
    pass
