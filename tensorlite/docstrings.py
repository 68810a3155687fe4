"""Docstrings that are put together when they are read.

An op is one entry with one line of words; its parameters, what it gives and what it raises follow
from its record, and `tensorlite.documentation` writes them out. That is done for who reads a
docstring (`help`, `?`, an editor, Sphinx), not for each of two thousand functions at import.
"""

from collections.abc import Callable
from types import FunctionType


class Docstring(str):
    """The words of a function's author, which read as the whole docstring.

    What formats a docstring asks for its lines or prints it: these give the whole. To what looks at
    the bytes alone, such as a regular expression, it is the author's words.
    """

    thing: object
    documented: Callable[[str, object], str]  # of `documentation`, which is above

    def whole(self):
        """With the sections that follow from the record; made once."""
        text = self.__dict__.get("text")
        if text is None:
            text = self.__dict__["text"] = Docstring.documented(str.__str__(self), self.thing)
        return text

    def __str__(self):
        return self.whole()

    def __repr__(self):
        return repr(self.whole())

    def __reduce__(self):
        return str, (self.whole(),)

    def __len__(self):
        return len(self.whole())

    def __contains__(self, part):
        return part in self.whole()

    def __getitem__(self, place):
        return self.whole()[place]

    def __iter__(self):
        return iter(self.whole())

    def __format__(self, spec):
        """The author's words, which other docstrings take up while modules load."""
        return format(str.__str__(self), spec)

    def expandtabs(self, tabsize=8):
        """As of str, of the whole."""
        return self.whole().expandtabs(tabsize)

    def split(self, sep=None, maxsplit=-1):
        """As of str, of the whole."""
        return self.whole().split(sep, maxsplit)

    def splitlines(self, keepends=False):
        """As of str, of the whole."""
        return self.whole().splitlines(keepends)

    def strip(self, chars=None):
        """As of str, of the whole."""
        return self.whole().strip(chars)


def document(namespace, names):
    """Let what a module offers under these names read whole, where no gate does it."""
    for name in names:
        found = namespace.get(name)
        if isinstance(found, type):
            document_class(found)
        elif isinstance(found, FunctionType) and type(found.__doc__) is str:
            found.__doc__ = docstring(found.__doc__, found)


_told: set[type] = set()  # the classes whose methods read whole


def document_class(cls):
    """Let a class read whole, its methods, and those that it has from classes without a name."""
    if type(vars(cls).get("__doc__")) is str:
        cls.__doc__ = docstring(cls.__doc__, cls)
    for base in cls.__mro__:
        if base in _told or base.__module__.partition(".")[0] != __package__:
            continue
        _told.add(base)
        for name, member in vars(base).items():
            method = getattr(member, "__func__", member)  # behind classmethod and staticmethod
            if name[0] != "_" and type(method) is FunctionType and type(method.__doc__) is str:
                method.__doc__ = docstring(method.__doc__, method)


def docstring(words, thing):
    """A Docstring of a function or class; of what has no words none."""
    if words is None or isinstance(words, Docstring):
        words = "" if words is None else str.__str__(words)
    made = Docstring(words)
    made.thing = thing
    return made
