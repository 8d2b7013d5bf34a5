"""Long strings of which one has no end."""


def above(a):
    """Stands above."""
    # An open brace in a formatted string ends with it.
    return f"{a!r"


class Cut:
    def unended(self):
        """The quotes behind this were cut off.

        It isn't (more.
        return 1

    def between(self):
        """From here on strings and code would have changed places."""
        return above(1)


def below():
    """Stands below."""
    return Cut()
