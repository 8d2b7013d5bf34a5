from typing import overload

class C[T]:
    x: T
    @overload
    def f(self, a: int) -> str: ...
    @overload
    def f(self, a: str) -> int: ...

type Pair[K] = tuple[K, K]
def g[N: int](n: N) -> Pair[N]: ...


Mode = Literal["fast", "slow"]


def run(mode: Literal["fast"], size: Annotated[int, "bytes"]) -> "Mode": ...
