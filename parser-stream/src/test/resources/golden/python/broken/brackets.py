x = {"a": 1, "b": [2, 3}
y = (lambda : )(1)
z = [i for in y]
w = f"{a + }"


def after():
    return x
