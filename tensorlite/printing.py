"""The text of tensors, as PyTorch prints them; what notebooks show of them stands in `display`."""

import contextlib
import dataclasses
import math
from collections.abc import Iterator
from typing import Any

import numpy as np

from . import dtypes
from .batches import grounded, levels_of
from .declare import public
from .device import CPU
from .errors import expected
from .tensor import Tensor, values_of

# ------------------------------------------------------------------ options


@dataclasses.dataclass
class Options:
    """How tensors print; `sci_mode` None chooses scientific notation by the values."""

    precision: int = 4
    threshold: float = 1000
    edgeitems: int = 3
    linewidth: int = 80
    sci_mode: bool | None = None
    notebook: bool = True
    frames: bool = False


LINE = 100  # elements that may show in one line
_PROFILES: dict[Any, dict] = {
    "default": {"precision": 4, "threshold": 1000, "edgeitems": 3, "linewidth": 80},
    "short": {"precision": 2, "threshold": 1000, "edgeitems": 2, "linewidth": 80},
    "full": {"precision": 4, "threshold": math.inf, "edgeitems": 3, "linewidth": 80},
}
_options = Options()


@public(method=False)
def set_printoptions(
    precision: int | None = None,
    threshold: float | None = None,
    edgeitems: int | None = None,
    linewidth: int | None = None,
    profile: str | None = None,
    sci_mode: bool | None = None,
    *,
    notebook: bool | None = None,
    frames: bool | None = None,
) -> None:  # fmt: skip
    """
    Set how tensors print; what is None stays, but `sci_mode` None chooses by the values.

    Parameters
    ----------
    precision : int, optional
        Digits after the point; 4 at first.
    threshold : int, optional
        The number of elements beyond which the middle is left out; 1000 at first.
    edgeitems : int, optional
        How many elements then show at both ends of each dim; 3 at first.
    linewidth : int, optional
        Characters per line; 80 at first.
    profile : str, optional
        "default", "short" or "full".
    sci_mode : bool, optional
        Always (True) or never (False) in scientific notation.
    notebook : bool, optional
        Whether IPython and notebooks show statistics and pictures of tensors, and a line of each
        tensor in a list; True at first. False: the text, everywhere.
    frames : bool, optional
        Whether tracebacks of IPython and notebooks show the frames inside the package; False at
        first.

    Raises
    ------
    ValueError
        For an unknown profile, a negative number, or a switch that is no bool.

    Examples
    --------
    >>> import tensorlite as tl
    >>> with tl.printoptions(precision=2):
    ...     print(tl.tensor([1 / 3, 2.0]))
    tensor([0.33, 2.00])
    """
    changes = {"precision": precision, "threshold": threshold, "edgeitems": edgeitems,
               "linewidth": linewidth}  # fmt: skip
    changes = {name: value for name, value in changes.items() if value is not None}
    for name, value in changes.items():
        if isinstance(value, bool) or not isinstance(value, int | float) or value < 0:
            raise ValueError(
                expected("set_printoptions", f"{name} to be at least 0", repr(value), f"{name}=4")
            )
    if profile is not None and profile not in _PROFILES:
        raise ValueError(
            expected("set_printoptions", "profile 'default', 'short' or 'full'", repr(profile),
                     "profile='default'")
        )  # fmt: skip
    kept = {"notebook": notebook, "frames": frames}
    for name, value in {"sci_mode": sci_mode, **kept}.items():
        if value is not None and not isinstance(value, bool):
            raise ValueError(
                expected("set_printoptions", f"{name} to be a bool or None", repr(value),
                         f"{name}=None")
            )  # fmt: skip
    changes |= {name: value for name, value in kept.items() if value is not None}
    for name, value in {**_PROFILES.get(profile, {}), **changes}.items():
        setattr(_options, name, value)
    _options.sci_mode = sci_mode


@public(method=False)
def get_printoptions() -> dict:
    """The present options, as a dict that `set_printoptions` takes."""
    return dataclasses.asdict(_options)


@public(method=False)
@contextlib.contextmanager
def printoptions(**options: Any) -> Iterator[None]:
    """Print with other options inside of a with statement.

    Returns
    -------
    context manager
    """
    before = get_printoptions()
    set_printoptions(**options)
    try:
        yield
    finally:
        set_printoptions(**before)


# ------------------------------------------------------------------ one element


def _formatter(values):
    """The function that gives each element of `values` its text, all of one width."""
    if values.dtype.kind == "c":
        return _complex_formatter(values)
    if values.dtype.kind != "f":
        texts, form = [str(value) for value in values.ravel().tolist()], str
    else:
        texts, form = _float_form(values[np.isfinite(values) & (values != 0)])
    width = max(map(len, texts), default=1)
    return lambda value: form(value).rjust(width), width


def _complex_formatter(values):
    """The same for complex numbers: each part has a form and a width of its own."""
    (real, real_width), (imag, imag_width) = _formatter(values.real), _formatter(values.imag)

    def form(value):
        part = f"{imag(value.imag)}j".lstrip()
        return f"{real(value.real)}{'' if part[0] in '+-' else '+'}{part}"

    return form, real_width + imag_width + 1


def _float_form(values):
    """The texts that set the width, and the form of one float, from all finite nonzero ones."""
    numbers = values.astype(np.float64).tolist()
    precision = _options.precision
    whole = all(map(float.is_integer, numbers))
    if numbers and _scientific(np.abs(numbers)):
        form: Any = f"{{:.{precision}e}}".format
    elif whole:
        form = _whole
    else:
        form = f"{{:.{precision}f}}".format
    return [form(value) for value in numbers], form


def _whole(value):
    text = f"{value:.0f}"
    return f"{text}." if math.isfinite(value) else text


def _scientific(magnitudes):
    if _options.sci_mode is not None:
        return _options.sci_mode
    low, high = magnitudes.min(), magnitudes.max()
    with np.errstate(over="ignore"):
        return high / low > 1000.0 or high > 1.0e8 or low < 1.0e-4


# ------------------------------------------------------------------ all elements


def _shortened(array):
    """The elements that remain when the middle of each long dim is left out."""
    edge = _options.edgeitems
    for dim, extent in enumerate(array.shape):
        if extent > 2 * edge:
            array = np.take(array, [*range(edge), *range(extent - edge, extent)], axis=dim)
    return array


def _body(array, indent):
    """The elements in brackets, lines after the first indented."""
    if array.size == 0:
        return "[]"
    summarize = array.size > _options.threshold
    form, width = _formatter(_shortened(array) if summarize else array)
    return _nested(array, indent, summarize, form, width)


def _nested(array, indent, summarize, form, width):
    if array.ndim == 0:
        return form(array.item())
    edge, extent = _options.edgeitems, len(array)
    cut = summarize and extent > 2 * edge
    shown = [*range(edge), *range(extent - edge, extent)] if cut else range(extent)
    if array.ndim == 1:
        texts = [form(array[i].item()) for i in shown]
        if cut:
            texts.insert(edge, " ..." if edge else "...")
        count = max(1, (_options.linewidth - indent) // (width + 2))
        lines = [", ".join(texts[i : i + count]) for i in range(0, len(texts), count)]
        return "[" + (",\n" + " " * (indent + 1)).join(lines) + "]"
    texts = [_nested(array[i], indent + 1, summarize, form, width) for i in shown]
    if cut:
        texts.insert(edge, "...")
    return "[" + ("," + "\n" * (array.ndim - 1) + " " * (indent + 1)).join(texts) + "]"


# ------------------------------------------------------------------ the whole text


def text_of(tensor: Tensor) -> str:
    """What `repr` gives: the elements, and what they do not tell about the tensor."""
    if tensor.spec.hidden:
        levels = levels_of((tensor.spec,))
        return f"BatchedTensor(of={dict(levels)}, value={text_of(grounded(tensor, levels))})"
    plain = type(tensor).__module__.partition(".")[0] == "tensorlite"
    prefix = "tensor(" if plain else f"{type(tensor).__name__}("
    text = prefix + _body(values_of(tensor), len(prefix))
    last = len(text) - text.rfind("\n") + 1
    for suffix in _suffixes(tensor):
        if last + len(suffix) + 2 > _options.linewidth:
            text += ",\n" + " " * len(prefix) + suffix
            last = len(prefix) + len(suffix)
        else:
            text += ", " + suffix
            last += len(suffix) + 2
    return text + ")"


def _suffixes(tensor):
    spec = tensor.spec
    default = dtypes.get_default_dtype()
    if len(spec.shape) != 1 if spec.numel == 0 else not _options.edgeitems:
        yield f"size={tuple(spec.shape)}"
    if spec.device is not CPU:
        yield f"device='{spec.device}'"
    told: tuple = (default,)
    if spec.numel:
        told = (default, default.to_complex(), dtypes.int64, dtypes.bool_)
    if spec.dtype not in told:
        yield f"dtype={spec.dtype!r}"
    if tensor.grad_fn is not None:
        yield f"grad_fn=<{tensor.grad_fn.name()}>"
    elif tensor.requires_grad:
        yield "requires_grad=True"


def _repr_html(self) -> str | None:
    """What notebooks show: see `display`, which is loaded when it is first asked for."""
    if not _options.notebook:
        return None
    from . import display

    return display.html_of(self)


def _repr_pretty(self, printer: Any, cycle: bool) -> None:
    """What IPython prints: the text; in a list, tuple or dict one line."""
    if _options.notebook and len(printer.stack) > 1:
        from . import display

        printer.text(display.line_of(self))
        return
    for number, line in enumerate(text_of(self).splitlines()):
        if number:
            printer.break_()
        printer.text(line)


def table_of(array):
    """The HTML table of an array of at most two dims."""
    grid = array.reshape(1, -1) if array.ndim < 2 else array
    form, _ = _formatter(_shortened(grid))
    rows = "".join(f"<tr>{cells}</tr>" for cells in _row_cells(grid, form))
    return f"<table>{rows}</table>"


def _row_cells(grid, form):
    """The cells of each row of a matrix, with dots for what is left out."""
    edge = max(_options.edgeitems, 1)
    rows, columns = ([*range(n)] if n <= 2 * edge else [*range(edge), None, *range(n - edge, n)]
                     for n in grid.shape)  # fmt: skip
    for i in rows:
        values = ("…" if i is None or j is None else form(grid[i, j].item()) for j in columns)
        yield "".join(f"<td>{value.strip()}</td>" for value in values)


def _format(self, spec: str) -> str:
    """``f"{loss:.4f}"``: a 0-d tensor formats as its number, others as their text."""
    if not self.spec.shape:
        return format(values_of(self).item(), spec)
    if spec:
        raise TypeError(
            expected("format", "a 0-d tensor for a format such as .4f",
                     f"{spec!r} with shape {list(self.spec.shape)}", "item() or tolist()")
        )  # fmt: skip
    return str(self)


_attached = {"__repr__": text_of, "_repr_html_": _repr_html, "_repr_pretty_": _repr_pretty,
             "__format__": _format}  # fmt: skip
for _name, _function in _attached.items():
    setattr(Tensor, _name, _function)
