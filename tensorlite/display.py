"""What a notebook shows of a tensor: what it is, how its values are, a picture, the values."""

import html
import math
from dataclasses import dataclass

import numpy as np

from . import pictures, printing
from .device import CPU
from .tensor import values_of

BLOCK = 1 << 18  # elements looked at together, so that no copy of a large tensor is made
OPEN = 100  # elements up to which values show at once
ENOUGH = 24  # finite elements that a histogram takes
STYLE = "font-family: monospace; font-size: 90%; line-height: 1.5"
ALARM = '<b style="color: #b2182b">'


@dataclass(frozen=True)
class Statistics:
    """Of the finite elements of an array; and how many others there are."""

    low: float
    high: float
    mean: float
    std: float
    nan: int
    inf: int

    def parts(self):
        """Its words, and those on NaN and infinities, if there are any."""
        parts = []
        if not math.isnan(self.low):
            numbers = (f"{number:.4g}" for number in (self.low, self.high, self.mean, self.std))
            parts.append("range [{}, {}], mean {}, std {}".format(*numbers))
        return parts, [f"{n} {what}" for n, what in ((self.nan, "NaN"), (self.inf, "inf")) if n]


def statistics(array):
    """The Statistics of an array of real numbers; the std is that of a sample."""
    array = array.reshape(-1)
    low, high, total, count, nan, inf = math.inf, -math.inf, 0.0, 0, 0, 0
    for values, nans, infs in _finite(array):
        nan, inf, count = nan + nans, inf + infs, count + len(values)
        if len(values):
            low, high = min(low, float(values.min())), max(high, float(values.max()))
            total += float(values.sum(dtype=np.float64))
    if not count:
        return Statistics(math.nan, math.nan, math.nan, math.nan, nan, inf)
    mean = total / count
    with np.errstate(over="ignore"):
        squares = sum(float(((v.astype(np.float64) - mean) ** 2).sum())
                      for v, _, _ in _finite(array))  # fmt: skip
    std = math.sqrt(squares / (count - 1)) if count > 1 else math.nan
    return Statistics(low, high, mean, std, nan, inf)


def _finite(array):
    """The finite elements, and how many NaN and infinities there are, block by block."""
    for first in range(0, len(array), BLOCK):
        block = array[first : first + BLOCK]
        if block.dtype.kind != "f":
            yield block, 0, 0
            continue
        finite = np.isfinite(block)
        nan = int(np.isnan(block).sum())
        yield block[finite], nan, len(block) - int(finite.sum()) - nan


def _measured(tensor):
    """The Statistics of a tensor; None where it has no real numbers."""
    spec = tensor.spec
    if spec.hidden or not spec.numel or spec.dtype.is_complex:
        return None
    return statistics(values_of(tensor))


def head(tensor):
    """What a tensor is: shape, dtype, device, its part in gradients."""
    spec = tensor.spec
    parts = [f"{type(tensor).__name__.lower()}{list(spec.shape)}", repr(spec.dtype).split(".")[-1]]
    if spec.device is not CPU:
        parts.append(str(spec.device))
    return parts


def _history(tensor):
    if tensor.grad_fn is not None:
        return [f"grad_fn=<{tensor.grad_fn.name()}>"]
    return ["requires_grad"] if tensor.requires_grad else []


def line_of(tensor):
    """A tensor in one line: its text if that is one, else what it is and what its values are."""
    text = printing.text_of(tensor) if tensor.spec.numel <= printing.LINE else "\n"
    if "\n" not in text:
        return text
    told, others = (), []
    found = _measured(tensor)
    if found is not None:
        told, others = found.parts()
    return ", ".join([" ".join(head(tensor)), *told, *others, *_history(tensor)])


def html_of(tensor):
    """A tensor as HTML."""
    spec, found = tensor.spec, _measured(tensor)
    what = [f"<b>{html.escape(' '.join(head(tensor)[:1]))}</b>",
            html.escape(f"{repr(spec.dtype).split('.')[-1]}, {spec.device}")]  # fmt: skip
    what += map(html.escape, _history(tensor))
    lines, shown = [" · ".join(what)], []
    if found is not None:
        told, others = found.parts()
        alarms = [f"{ALARM}{text}</b>" for text in others]
        elements = f"{spec.numel:,} element{'s' * (spec.numel != 1)}"
        lines.append(", ".join([elements, *told, *alarms]))
        shown = _pictures(values_of(tensor), found)
    opened = " open" if spec.numel <= OPEN else ""
    values = f"<details{opened}><summary>values</summary>{_values(tensor)}</details>"
    body = "".join(f"<div>{line}</div>" for line in lines)
    return f'<div style="{STYLE}">{body}{"".join(shown)}{values}</div>'


def _pictures(array, found):
    """A histogram, if there is a spread; a picture of what has two or three dims."""
    shown = []
    if array.size >= ENOUGH and array.dtype.kind != "b" and found.low < found.high:
        flat = array.reshape(-1)
        sample = flat[:: -(-len(flat) // (1 << 20))]
        sample = sample[np.isfinite(sample)] if array.dtype.kind == "f" else sample
        drawing = pictures.histogram(sample.astype(np.float64), found.low, found.high)
        shown.append(f"<div>{drawing}</div>")
    image = pictures.picture(array)
    return shown if image is None else [*shown, f"<div>{image}</div>"]


def _values(tensor):
    spec = tensor.spec
    if len(spec.shape) > 2 or spec.numel == 0 or spec.hidden:
        return f"<pre>{html.escape(printing.text_of(tensor))}</pre>"
    return printing.table_of(values_of(tensor))
