from __future__ import annotations

import asyncio
from typing import Protocol

# A type alias with a bound and a default: names, not references.
type Pair[T: int = str] = tuple[T, T]

# A lazy alias of an alias; its value is a type.
type Nested = dict[str, Pair[int]]


# Type parameters of a class: plain, with a default, several types, a parameter list.
class Box[T = int, *Ts, **P](Base[T]):
    value: T

    # A method with its own; bounds in parentheses are types too.
    def map[U: (str, bytes) = str](self, f: Callable[P, U]) -> Box[U]:
        return Box(f(self.value))


# Type parameters of a function, used in its annotations and body.
def first[T: Sized](items: list[T], *more: *tuple[T, ...]) -> T:
    found: T = items[0]
    return found


# Template and format strings: the expressions in them are code.
def templates(name: str, width: int) -> Template:
    quoted = f"{name!r:>{width}} {f'{nested(name)}'}"
    return t"hello {name} {render(quoted)}"


# Several exceptions without parentheses, and a group of them.
def handlers() -> None:
    try:
        risky()
    except ValueError, OSError:
        recover()
    except (KeyError, package.Special) as error:
        raise RuntimeError from error
    finally:
        close()
    try:
        risky()
    except* ConnectionError as group:
        log(group.exceptions)


# Patterns: classes, keys, sequences, alternatives, values, guards.
def match(command: object) -> int:
    match command:
        case Point(x=0, y=depth) if depth > limit():
            return depth
        case {"key": value, **rest}:
            return len(rest) + value
        case [one, *others] | (one, others):
            return use(one, others)
        case str() as text:
            return len(text)
        case Color.RED | colors.BLUE | None | 3:
            return 0
        case shapes.Box(Point() as corner):
            return corner.x
        case _:
            return -1


# Assignment expressions bind in the function, also from inside of a comprehension.
def walrus(items: list[str]) -> list[int]:
    if (n := len(items)) > 3:
        return [n]
    return [y for item in items if (y := measure(item))]


# Asynchronous code: functions, loops, resources, generators and comprehensions.
async def stream(source: Source):
    async with source.open() as reader, lock:
        async for chunk in reader:
            yield await decode(chunk)
    async with asyncio.TaskGroup() as group:
        group.create_task(stream(source))
    names = [name async for name in source.names()]
    yield names


# Resources in parentheses.
def resources():
    with (
        open("a") as first_file,
        open("b") as second_file,
    ):
        return first_file.read() + second_file.read()


# Parameters: positional only, named only, and all kinds of defaults.
def parameters(a, b=1, /, c: int = default(), *args: str, d, e=None, **kwargs: Any) -> None:
    print(a, b, c, args, d, e, kwargs)


# A protocol, and a decorator that is any expression.
class Reader(Protocol):
    name: str

    @registry.methods["read"].cached(size=3)
    def read(self, /) -> bytes: ...
