def m(x):
    if x
        a()
    for in y:
        b()
    z = 
    x.
    return (1 +


def n():
    pass
