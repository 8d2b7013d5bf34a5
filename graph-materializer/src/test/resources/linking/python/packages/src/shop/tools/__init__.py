from . import saw
