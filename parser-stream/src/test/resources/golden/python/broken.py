import os.
from . import

class Half(
    def method(self, a:
        self.x = 
        return a.b(

def fine(x: int) -> str:
    return x.to(

y = = 3
@decorator
