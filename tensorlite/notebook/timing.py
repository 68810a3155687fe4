"""The magic `%%tl_time`: a cell as it is, and with NumPy or PyTorch in the place of tensorlite."""

import ast
import functools
import importlib
import importlib.util
import statistics
import types
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from ..plan.tables import Table
from ..tensor import Tensor
from ..turns import measured

BUDGET, PRECISION = 2.0, 0.05  # seconds of all; the width of an interval that is narrow enough
RESULT = "_tl_time_result"
PEERS = ("numpy", "torch")


@dataclass
class Timed:
    """
    What a library took.

    Attributes
    ----------
    name : str
    seconds : list of float
        Of one run, round by round.
    agrees : bool or None
        Whether the value of the last line is that of tensorlite; None if there is none.
    error : str
        What it raised, or "".
    """

    name: str
    seconds: list[float] = field(default_factory=list)
    agrees: bool | None = None
    error: str = ""


class Timings:
    """The times of all libraries; prints as a table, in notebooks as HTML."""

    def __init__(self, timed):
        self.timed = timed

    @property
    def table(self):
        """As a Table; `ratio` is the time of tensorlite to that of the row."""
        ours = statistics.median(self.timed[0].seconds) if self.timed[0].seconds else None
        rows = []
        for each in self.timed:
            if each.error:
                rows.append((each.name, "-", "-", "-", each.error))
                continue
            median, note = statistics.median(each.seconds), ""
            if each is not self.timed[0] and each.agrees is not None:
                note = "same result" if each.agrees else "another result"
            ratio = "-" if ours is None else f"{ours / median:.2f}"
            rows.append((each.name, f"{1e6 * median:.2f}", f"{1e6 * min(each.seconds):.2f}",
                         ratio, note))  # fmt: skip
        return Table(("<library", "median us", "least us", "tensorlite / it", "<"), rows)

    def __str__(self):
        return str(self.table)

    __repr__ = __str__

    def _repr_html_(self):
        return self.table._repr_html_()


def tl_time(line, cell, namespace):
    """
    Time a cell with tensorlite and with other libraries, in turns.

    Parameters
    ----------
    line : str
        "numpy", "torch" or both; both that are installed, if it is empty.
    cell : str
        Python. For another library, names of tensorlite's modules (``tl``, ``nn``, ``F``) mean its
        modules, and tensors of the namespace its arrays, over copies of their values.
    namespace : dict

    Returns
    -------
    Timings
    """
    names = line.split() or [name for name in PEERS if importlib.util.find_spec(name)]
    unknown = [name for name in names if name not in PEERS]
    if unknown:
        raise ValueError(f"tl_time: expected numpy or torch; got {unknown[0]}; try %%tl_time numpy")
    code = _code(cell)
    runs = [("tensorlite", dict(namespace))]
    runs += [(name, _translated(namespace, name)) for name in names]
    timed = [_tried(name, code, space) for name, space in runs]
    _in_turns(code, [space for _, space in runs], timed)
    first = runs[0][1].get(RESULT)
    for each, (_, space) in zip(timed, runs, strict=True):
        if not each.error and RESULT in space:
            each.agrees = _agree(first, space[RESULT])
    return Timings(timed)


def _code(cell):
    """The cell compiled; the value of a last line is kept."""
    tree = ast.parse(cell)
    if tree.body and isinstance(tree.body[-1], ast.Expr):
        last = tree.body[-1]
        target = ast.Name(RESULT, ast.Store())
        tree.body[-1] = ast.copy_location(ast.Assign([target], last.value), last)
    return compile(ast.fix_missing_locations(tree), "<tl_time>", "exec")


def _translated(namespace, name):
    """The namespace as another library would have it."""
    library = importlib.import_module(name)
    space: dict[str, Any] = {}
    for key, value in namespace.items():
        if isinstance(value, Tensor):
            array: Any = value.detach().numpy().copy()
            if name == "torch":
                array = library.from_numpy(array).requires_grad_(value.requires_grad)
            space[key] = array
        elif isinstance(value, types.ModuleType) and value.__name__.startswith("tensorlite"):
            path = value.__name__.removeprefix("tensorlite")
            try:
                space[key] = importlib.import_module(name + path)
            except ImportError:
                continue
        else:
            space[key] = value
    return space


def _tried(name, code, space):
    """A first run, which may compile kernels; what it raises is told."""
    try:
        exec(code, space)
    except Exception as error:
        return Timed(name, error=f"{type(error).__name__}: {error}")
    return Timed(name)


def _in_turns(code, spaces, timed):
    """The times of all that run."""
    live = {each.name: functools.partial(exec, code, space)
            for space, each in zip(spaces, timed, strict=True) if not each.error}  # fmt: skip
    samples = measured(live, BUDGET, PRECISION) if live else {}
    for each in timed:
        each.seconds = samples.get(each.name, [])


def _agree(ours, theirs):
    """Whether two results are equal but for rounding; None where they are no arrays."""
    try:
        a, b = (np.asarray(x.detach() if hasattr(x, "detach") else x) for x in (ours, theirs))
        return a.shape == b.shape and bool(np.allclose(a, b, rtol=1e-3, atol=1e-5, equal_nan=True))
    except (TypeError, ValueError, RuntimeError):
        return None


def load_ipython_extension(shell: Any) -> None:
    """Give an IPython shell the magic `%%tl_time`.

    ``import tensorlite`` in a session does so; ``%load_ext tensorlite`` calls this.

    Parameters
    ----------
    shell : InteractiveShell
        That of the session, ``get_ipython()``.

    Returns
    -------
    None

    Examples
    --------
    >>> import tensorlite as tl
    >>> class Shell:
    ...     user_ns = {}
    ...     def register_magic_function(self, magic, kind, name):
    ...         print(kind, name)
    >>> tl.load_ipython_extension(Shell())
    cell tl_time
    """

    def magic(line, cell):
        return tl_time(line, cell, shell.user_ns)

    shell.register_magic_function(magic, "cell", "tl_time")
