"""Calls whose answer is no function of their arguments: questions about settings, and the host."""

import sys
import types
from operator import attrgetter
from pathlib import PurePath

import numpy as np

from ..graph import is_internal
from ..ops.generators import Generator
from .conditions import is_plain

_UNREPEATABLE = {"random", "time", "_random", "secrets", "uuid", "datetime", "_datetime",
                 "numpy.random", "posix", "nt", "_io", "io", "select", "socket", "_socket",
                 "_thread", "threading", "multiprocessing", "subprocess", "queue", "_queue",
                 "pathlib", "pathlib._local", "genericpath", "tempfile", "shutil",
                 "glob", "gc", "resource", "tracemalloc"}  # fmt: skip
_OF_THE_CALL = {("sys", "getrefcount"), ("sys", "_current_frames"), ("sys", "_getframe"),
                ("sys", "getallocatedblocks"),
                ("inspect", "stack"), ("inspect", "currentframe"), ("traceback", "extract_stack"),
                ("traceback", "format_stack"), ("traceback", "print_stack")}  # fmt: skip
_OF_HANDLERS = {("sys", "exc_info"), ("sys", "exception"), ("traceback", "format_exc")}
_SETTINGS = {"numpy", "decimal", "_decimal", "locale", "signal", "_signal"}
_PURE_OF_THEM = {"timedelta", "isoformat", "strftime", "fspath", "fsdecode", "current_thread",
                 "commonprefix", *dir(PurePath)}  # fmt: skip
_OF_FILES = {"lexists", "islink", "ismount", "realpath", "abspath", "expanduser", "relpath"}
_ASKED = ("get", "is", "are_", "initial_seed", "current_", "has")  # how settings are asked for
_LOGGED = {"debug", "info", "warning", "warn", "error", "critical", "exception", "log"}
_SETTERS = {"sys": dir(sys), "numpy": ("seterr", "seterrcall", "set_printoptions"),
            "locale": ("setlocale",), "decimal": ("setcontext",),
            "warnings": ("simplefilter", "filterwarnings", "resetwarnings"),
            "tensorlite": ("set_printoptions", "set_num_threads")}  # fmt: skip
_OF_DECIMALS = attrgetter("prec", "rounding", "Emin", "Emax", "capitals", "clamp", "traps")


def _decimals():
    """What the arithmetic of decimal numbers depends on."""
    *numbers, traps = _OF_DECIMALS(sys.modules["decimal"].getcontext())
    return *numbers, dict(traps)


def _arrays():
    """What NumPy does where a calculation fails."""
    return np.geterr(), np.geterrcall()


def _locale():
    module = sys.modules["locale"]
    return module.setlocale(module.LC_ALL)


SETTINGS = {"decimal": _decimals, "numpy": _arrays, "locale": _locale,
            "numpy.strings": np.get_printoptions}  # fmt: skip


def settings():
    """What those of the modules that are loaded are set to."""
    return {name: state() for name, state in SETTINGS.items()
            if name.partition(".")[0] in sys.modules}  # fmt: skip


def changes_setting(called, args):
    """Whether a call changes what an interpreter or a library goes by from then on."""
    name, root = getattr(called, "__name__", ""), home_of(called).partition(".")[0].strip("_")
    if root == "locale" and len(args) < 2:
        return False
    return name.startswith(("set", "reset", "simple", "filter")) and name in _SETTERS.get(root, ())


def home_of(called):
    """The name of the module that a callable comes from, a method from that of its object."""
    owner = getattr(called, "__self__", None)
    if isinstance(owner, type):
        return owner.__module__
    if owner is not None and not isinstance(owner, types.ModuleType):
        return type(owner).__module__
    return getattr(called, "__module__", None) or ""


def asks_exception(called):
    """Whether a call asks which exception is being handled."""
    return (home_of(called), getattr(called, "__name__", "")) in _OF_HANDLERS


def asks_setting(called, args):
    """Whether a call asks for a setting: the library's, the interpreter's, a logger's."""
    owner = getattr(called, "__self__", None)
    if home_of(called) == "logging":
        return all(map(is_plain, args))
    if asks_exception(called):
        return True
    if args or not getattr(called, "__name__", "").startswith(_ASKED):
        return False
    if owner is sys or isinstance(owner, Generator):
        return True
    if home_of(called).partition(".")[0] in _SETTINGS:
        return not home_of(called).startswith("numpy.random")
    return isinstance(called, types.FunctionType) and is_internal(called.__code__.co_filename)


def is_shown(called):
    """Whether a call shows its arguments to somebody: `print`, a logger's methods."""
    name, home = getattr(called, "__name__", ""), home_of(called)
    return (home == "builtins" and name == "print") or (home == "logging" and name in _LOGGED)


def is_unrepeatable(called):
    """Whether a call may answer otherwise each time: clocks, files, threads, random numbers."""
    name, home = getattr(called, "__name__", ""), home_of(called)
    if name in ("input", "open") and home in ("builtins", "io", "_io"):
        return True
    if (home, name) in _OF_THE_CALL or (home, name) == ("time", "strftime"):
        return True
    if home == "posixpath":
        return name in _OF_FILES
    root = home if home in _UNREPEATABLE else home.rsplit(".", 1)[0]
    if isinstance(called, type) and root != "_io":
        return False
    return root in _UNREPEATABLE and name not in _PURE_OF_THEM
