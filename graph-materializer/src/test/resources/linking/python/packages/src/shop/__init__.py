from .cart import Cart
from .parts import *

__all__ = ["Cart", "Part"]
