"""Elements that an index names: how they are found, copied and combined."""

from .reducers import add, multiply
from .spaces import itemsize

BLOCK = 4096  # elements that are checked, or counted, as one


def wrapped(index, extent):
    """The index, counted from the end if negative."""
    return index + extent if index < 0 else index


def replace(old, new):
    return new


def largest(old, new):
    """NaN if either is."""
    return old if old >= new or old != old else new


def smallest(old, new):
    """NaN if either is."""
    return old if old <= new or old != old else new


COMBINE = {"set": replace, "add": add, "prod": multiply, "amax": largest, "amin": smallest}


def moved_as(dtype):
    """The dtype in which elements are copied: one kernel serves all dtypes of a size."""
    sizes = {1: "uint8", 2: "uint16", 4: "uint32", 8: "uint64", 16: "complex128"}
    return sizes[itemsize(dtype)]


def combined_as(combine, dtype):
    """How elements of a dtype are combined, and as which: a sum of bool is the larger one."""
    if dtype == "bool":
        combine = {"add": "amax", "prod": "amin"}.get(combine, combine)
    return combine, moved_as(dtype) if combine == "set" or dtype == "bool" else dtype
