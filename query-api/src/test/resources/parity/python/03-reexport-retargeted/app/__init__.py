from .other import Model
