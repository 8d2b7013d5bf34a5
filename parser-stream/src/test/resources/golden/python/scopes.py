import os.path
import package.module as renamed
from . import sibling
from ..parent import (
    first,
    second as other,
)
from .everything import *

if TYPE_CHECKING:
    from checking import OnlyType

try:
    import fast
except ImportError:
    fast = None

__all__ = ["outer", "CONSTANT"]
__all__ += ["more"]

# A constant, a variable, several names at once, a chain of assignments.
CONSTANT = 3
variable = renamed.make()
left, (right, *rest) = parts()
one = two = renamed.other

# Annotated without a value; an alias the old way.
declared: "OnlyType"
Alias = list[OnlyType]


# Nested functions see the names around; nonlocal and global write there.
def outer(argument):
    counter = 0

    def inner():
        nonlocal counter
        global variable
        counter += argument
        variable = counter
        return inner

    return inner


# Comprehensions and lambdas have scopes of their own.
def comprehensions(rows):
    table = {key: value for key, value in rows.items() if key}
    squares = {x * x for x in range(3)}
    flat = [cell for row in rows for cell in row]
    ordered = sorted(flat, key=lambda cell: cell.size)
    return table, squares, ordered, (x for x in ordered)


# Imports inside of a function; what they bring is local.
def late():
    from lazy import loader
    import os.path as path

    return loader(path.join("a", "b"))


# Decorators with arguments; a function as a value.
@register(outer, name="late")
def registered(callback=late):
    handlers = [outer, registered]
    return map(callback, handlers)


# A check narrows a name; so does an assertion.
def narrow(value):
    if isinstance(value, sibling.Thing):
        return value.run()
    assert isinstance(value, (int, str))
    return value.bit_length()


# Deletions, subscripts, attributes of calls, operators, slices.
def expressions(a, b):
    del a.old, b[0]
    a.new = b[1:first].copy()
    a[b].field += not a or b.c and second
    return -a.x ** b.y @ make()(1)[2].z if a < b < 3 else await_(a)


# Control flow counts: branches, loops with else, conditions in comprehensions.
def complexity(n):
    while n:
        if n > 1 and n < 5 or n == 7:
            continue
        elif n > 8:
            break
        else:
            n -= 1
    else:
        return [x for x in range(n) if x]
    for i in range(n):
        try:
            i()
        except ValueError:
            pass
    return 1 if n else 2


if __name__ == "__main__":
    outer(1)
