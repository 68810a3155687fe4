"""Containers that count their changes, so that plans see them; see `structure`."""

from collections import OrderedDict, defaultdict

from .tensor import structure

CHANGES = ("__setitem__", "__delitem__", "__ior__", "__iadd__", "__imul__", "append", "clear",
           "extend", "insert", "move_to_end", "pop", "popitem", "remove", "reverse", "setdefault",
           "sort", "update")  # fmt: skip


def _counting(kind):
    """Let the methods that change a kind of dict or list count."""

    def counted(name):
        method = getattr(kind.__mro__[1], name)

        def change(self, *args, **kwargs):
            structure.changes += 1
            return method(self, *args, **kwargs)

        change.__name__, change.__doc__ = name, method.__doc__
        return change

    for name in CHANGES:
        if hasattr(kind, name):
            setattr(kind, name, counted(name))
    return kind


@_counting
class Table(OrderedDict):
    """What a Module has by name."""


@_counting
class Entries(defaultdict):
    """What an optimizer remembers: an Entry for each parameter."""

    def __init__(self, *args):
        super().__init__(*(args or (Entry,)))


@_counting
class Entry(dict):
    """What an optimizer remembers of one parameter."""


@_counting
class Listed(list):
    """An optimizer's groups, and the parameters of one."""
