"""What IPython's shell takes on: tracebacks without the package's frames, and `%%tl_time`."""

import sys
from types import TracebackType

from .gate import is_library
from .graph import is_internal

CAUGHT = (Exception, KeyboardInterrupt)


def settle(shows_all, timed):
    """Let the shell of this process, if it has one, show only frames of the user's.

    Parameters
    ----------
    shows_all : callable
        Asked at each error: whether all frames are to be seen.
    timed : callable
        What `%%tl_time` does, given its line, the cell and the user's namespace.
    """
    shell = sys.modules["IPython"].get_ipython()
    if shell is None:
        return
    shell.register_magic_function(lambda *told: timed(*told, shell.user_ns), "cell", "tl_time")
    if getattr(shell, "custom_exceptions", None):
        return  # somebody else has a way of showing errors

    def show(shell, kind, error, trace, tb_offset=None):
        shown = trace if shows_all() else users(trace)
        shell.showtraceback((kind, error, shown), tb_offset=tb_offset)
        sys.last_traceback = trace  # what %debug walks

    shell.set_custom_exc(CAUGHT, show)


def users(trace):
    """A traceback without the frames inside the package, and those of libraries that it calls."""
    entries, inside = [], False
    while trace is not None:
        frame = trace.tb_frame
        ours = is_internal(frame.f_code.co_filename)
        inside = ours or (inside and is_library(frame))
        if not inside:
            entries.append(trace)
        trace = trace.tb_next
    shown = None
    for entry in reversed(entries):
        shown = TracebackType(shown, entry.tb_frame, entry.tb_lasti, entry.tb_lineno)
    return shown
