def outer():
    if True:
  wrong()
    else:
        right()


def after():
    return 1
