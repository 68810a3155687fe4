"""A recording listens: spies stand in the user's functions while it runs."""

import gc
import sys
import types
import warnings
from threading import get_ident
from typing import Any, cast

from ..kernels.cache import compilers
from ..kernels.internals.cpython import importing
from ..kernels.places import cell_of
from ..tensor import Tensor
from . import spies
from .answers import settings
from .calls import Calls
from .known import is_followed, is_standard, is_users
from .watch import BUILTIN, IGNORED

_NO_PART = (importing, cell_of.__code__)  # what others do there is no part of the function
_CHANGED = {"changes": 0, "drops": 0, "puts": 1, "stores": 0, "removes": 0, "parts": 0}  # operands
_CHANGING = {"append", "appendleft", "extend", "insert", "add", "update", "pop", "popleft",
             "popitem", "remove", "discard", "clear", "setdefault", "__setitem__", "__delitem__",
             "__setattr__", "__delattr__"}  # fmt: skip


class Unprepared(BaseException):
    """A function of the user's is about to run without spies: record again, with them."""

    def __init__(self, code):
        super().__init__(code)
        self.code = code


class Listener(Calls):
    """
    A Watch that follows the user's functions while they run, in a `with` statement.

    Parameters
    ----------
    trace, conditions, varying
        As of Watch.
    prepared : iterable of function
        To be followed from the start.
    """

    def __init__(self, trace, conditions, varying=(), prepared=()):
        super().__init__(trace, conditions, varying)
        self.unprepared = None
        self.told = False  # whether a spy is telling something
        self._suspended = 0
        self._start = list(prepared)

    def __enter__(self):
        self.thread, self.profile = get_ident(), cast(Any, sys.getprofile())
        self.filters, self.collects = warnings.filters, gc.isenabled()
        self.settings, self.handled, self.hook = settings(), sys.exception(), sys.unraisablehook
        gc.disable()  # finalizers are no part of what is recorded
        spies.watchers[self.thread] = self
        try:
            for function in self._start:
                self.enter(function)
        except BaseException:
            self.__exit__()
            raise
        sys.unraisablehook = self._unraisable
        sys.setprofile(self._profiled)
        return self

    def __exit__(self, *error):
        sys.setprofile(None)
        sys.unraisablehook = self.hook
        if hasattr(self.profile, "enable"):  # cProfile's is no function
            self.profile.enable()
        else:
            sys.setprofile(self.profile)
        if self.collects:
            gc.enable()
        spies.watchers.pop(self.thread, None)
        for function, code in self.swapped:
            function.__code__ = code

    def _profiled(self, frame, event, _):
        """Let no frame of the user's pass without spies."""
        if event == "return" and self._suspended == id(frame):
            self._suspended = 0
        if event != "call" or self._suspended or not self.trace.active:
            return
        code = frame.f_code
        if code.co_name == "<module>" or code in _NO_PART or code in compilers:
            self._suspended = id(frame)
            return
        if spies.has_spies(code):
            self._run_by(frame, code)
            return
        if is_standard(code) or not is_followed(code, frame.f_globals):
            return  # followed where the user's functions call it, if at all
        self.unprepared = code
        raise Unprepared(code)

    def _unraisable(self, error):
        """A finalizer was about to run without spies: it does not, and is followed next time."""
        if isinstance(error.exc_value, Unprepared):
            sys.setprofile(self._profiled)
        else:
            self.hook(error)

    def _run_by(self, frame, code):
        """A method of the user's runs, for whatever calls it: its class had it."""
        if self.told or not code.co_argcount:
            return
        obj = frame.f_locals.get(code.co_varnames[0])
        kind = type(obj)
        if kind in IGNORED or isinstance(obj, Tensor) or not is_users(kind):
            return
        names = [name for base in kind.__mro__ if is_users(base) for name, x in vars(base).items()
                 if getattr(x, "__code__", None) is code]  # fmt: skip
        self.told = True
        try:
            for name in names:
                self._of_class(kind, name)
        finally:
            self.told = False

    def is_asked(self, frame, what, operands):
        """Refuse a change by code that runs because a watcher asks: that would be one too many."""
        if what == "calls":
            called = operands[0]
            known = type(called) in BUILTIN and called.__name__ in _CHANGING
            changed = (getattr(called, "__self__", None), *operands[1:2]) if known else ()
        else:
            changed = (operands[_CHANGED[what]],) if what in _CHANGED else ()
        shared = type | types.ModuleType | types.FunctionType
        if what == "names" or any(self.outside(x) or issubclass(type(x), shared) for x in changed):
            self.refuse("code that looks something up and changes objects",
                        "a method that changes them", frame)  # fmt: skip
