"""Anomaly mode: a backward walk that says where the first NaN arose.

Nothing is paid outside of it: a walk looks once, when it begins.
"""

import contextlib
import warnings
from typing import Any

from ..declare import offer
from ..gate import gated, gated_class
from ..graph import Node, mode
from ..tensor import Leaf, Tensor


class _Anomaly:
    """Whether walks look for NaN."""

    on = False
    check_nan = True


anomaly = _Anomaly()


class set_detect_anomaly(contextlib.ContextDecorator):
    """
    Turn anomaly mode on or off: as a call, or as a context.

    Parameters
    ----------
    mode : bool
    check_nan : bool
        Raise where a gradient is NaN, rather than look at nothing.

    Examples
    --------
    >>> import tensorlite as tl
    >>> x = tl.tensor([0.0], requires_grad=True)
    >>> with tl.autograd.set_detect_anomaly(True):
    ...     (x.sqrt() * 0).sum().backward()
    Traceback (most recent call last):
    ...
    RuntimeError: Function 'SqrtBackward0' returned nan values in its 0th output...
    """

    def __init__(self, mode: bool, check_nan: bool = True) -> None:
        self.before = anomaly.on, anomaly.check_nan
        anomaly.on, anomaly.check_nan = bool(mode), bool(check_nan)

    def __enter__(self) -> None:
        return None

    def __exit__(self, *error: Any) -> None:
        anomaly.on, anomaly.check_nan = self.before


class detect_anomaly(contextlib.ContextDecorator):
    """
    A context in which a backward that computes NaN raises, and names the op and its line.

    Parameters
    ----------
    check_nan : bool
        Without it nothing is looked at.

    Raises
    ------
    RuntimeError
        By a backward: the op whose gradient is NaN, and the line of its forward call; or, where
        the forward gave NaN already, the first op that did.
    """

    def __init__(self, check_nan: bool = True) -> None:
        self.check_nan = bool(check_nan)
        self.before: tuple = ()
        warnings.warn(
            "detect_anomaly: Anomaly Detection has been enabled. This mode will increase the "
            "runtime and should only be enabled for debugging.",
            stacklevel=2,
        )

    def __enter__(self) -> None:
        self.before = anomaly.on, anomaly.check_nan
        anomaly.on, anomaly.check_nan = True, self.check_nan

    def __exit__(self, *error: Any) -> None:
        anomaly.on, anomaly.check_nan = self.before


for _class in (set_detect_anomaly, detect_anomaly):
    gated_class(_class)


def is_anomaly_enabled() -> bool:
    """Whether anomaly mode is on."""
    return anomaly.on


def is_anomaly_check_nan_enabled() -> bool:
    """Whether anomaly mode raises where a gradient is NaN."""
    return anomaly.check_nan


for _function in (is_anomaly_enabled, is_anomaly_check_nan_enabled):
    offer(_function.__name__, gated(_function))


# ------------------------------------------------------------------ what a walk looks at


def has_nan(x: Any) -> bool:
    """Whether an element of a tensor is NaN."""
    if not isinstance(x, Tensor) or not x.spec.dtype.is_floating_point:
        return False
    with mode.off():
        return bool(x.detach().isnan().any())


def watched(walk, compute):
    """The method that computes the gradients of a node, and raises where one is NaN."""

    def gradients(node, slots):
        saved = None if node.saved is None else dict(node.saved)
        found = compute(node, slots)
        if walk.create or not any(map(has_nan, slots)):
            for index, g in enumerate(found):
                if has_nan(g.whole() if hasattr(g, "whole") else g):
                    raise RuntimeError(_message(node, saved, index))
        return found

    return gradients


def _message(node, saved, index):
    text = (
        f"Function '{node.name()}' returned nan values in its {index}th output; {node.describe()}: "
        "expected a gradient without NaN"
    )
    first = _first_forward(node)
    if first is not None:
        text += f"; the first NaN arose in the forward of {first.describe()}"
    elif any(map(has_nan, (saved or {}).values())):
        text += "; got NaN in a tensor that was given to it"
    return f"{text}; try a function that is finite there, or clamp() before it"


def _first_forward(node):
    """The first op before a node, in the order of forward calls, whose result is known as NaN."""
    seen, stack, makers = set(), [node], []
    while stack:
        each = stack.pop()
        if type(each) is Leaf or each in seen:
            continue
        seen.add(each)
        for index, x in (each.saved or {}).items():
            place = each.edges[index]
            if type(place) is tuple and has_nan(x):
                makers.append(place[0])
        stack += [place[0] for place in each.edges if type(place) is tuple]
    found = [maker for maker in makers if isinstance(maker, Node)]
    return min(found, key=lambda maker: maker.order, default=None)
