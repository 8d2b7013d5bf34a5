match x:
    case Point(x=, y):
        a()
    case {"k": }:
        b()
    case
        c()


def after(): pass
