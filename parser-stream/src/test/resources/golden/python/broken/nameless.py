class :
    def lost(self):
        call()


def ():
    pass


class Named(Base:
    y = 2


def found():
    pass
