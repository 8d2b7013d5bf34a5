import
from . import
from x import (a, b
import os


def after():
    return os.getcwd()
