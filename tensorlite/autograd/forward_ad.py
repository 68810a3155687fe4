"""Dual numbers: tensors with a tangent, whose derivatives ops carry on.

A dual number is a fresh input of the graph that remembers its tangent. What ops make of it is an
ordinary tensor; `unpack_dual` asks the graph for its tangent by two backward walks, as `func.jvp`
does. So every op that can be differentiated twice carries tangents, and grad mode has to be on.
"""

import contextlib
from collections.abc import Iterator
from typing import NamedTuple

from ..docstrings import document as _document
from ..errors import expected
from ..gate import gate_all
from ..graph import edge
from ..op import registry
from ..tensor import Leaf, Tensor
from .backward import grad
from .modes import enable_grad

__all__ = [
    "UnpackedDualTensor", "dual_level", "enter_dual_level", "exit_dual_level", "make_dual",
    "unpack_dual",
]  # fmt: skip
_levels: list = []  # of the dual levels that were entered: what was made dual, with its tangent


class UnpackedDualTensor(NamedTuple):
    """What a dual number consists of; the tangent is None for any other tensor."""

    primal: Tensor
    tangent: Tensor | None


def enter_dual_level() -> int:
    """Begin a level, at which tensors can be made dual; returns its number."""
    if _levels:
        raise RuntimeError(
            expected("enter_dual_level", "one level at a time: nested forward mode AD is not "
                     "supported", "a second one", "func.jvp, which nests")
        )  # fmt: skip
    _levels.append([])
    return len(_levels) - 1


def exit_dual_level(*, level: int | None = None) -> None:
    """End a level: its tangents are forgotten."""
    if not _levels or level not in (None, len(_levels) - 1):
        raise RuntimeError(
            expected("exit_dual_level", f"the level that was entered last, {len(_levels) - 1}",
                     repr(level), "dual_level()")
        )  # fmt: skip
    _levels.pop()


@contextlib.contextmanager
def dual_level() -> Iterator[int]:
    """
    A context in which `make_dual` gives tensors tangents, and `unpack_dual` finds them.

    Examples
    --------
    >>> import tensorlite as tl
    >>> from tensorlite.autograd import forward_ad
    >>> with forward_ad.dual_level():
    ...     x = forward_ad.make_dual(tl.tensor(3.0), tl.tensor(1.0))
    ...     forward_ad.unpack_dual(x * x).tangent
    tensor(6.)
    """
    level = enter_dual_level()
    try:
        yield level
    finally:
        exit_dual_level(level=level)


def make_dual(tensor: Tensor, tangent: Tensor, *, level: int | None = None) -> Tensor:
    """
    A tensor with a tangent.

    Parameters
    ----------
    tensor, tangent : Tensor
        Of one shape and dtype, floating point.
    level : int, optional
        The present one.

    Raises
    ------
    RuntimeError
        Outside of `dual_level`, or if they do not fit.
    """
    duals = _duals("make_dual", level)
    for name, x in (("tensor", tensor), ("tangent", tangent)):
        if not isinstance(x, Tensor):
            got = type(x).__name__
            raise TypeError(expected("make_dual", f"{name} to be a Tensor", got, "tensor()"))
        if not x.spec.dtype.differentiable:
            raise ValueError(
                expected("make_dual", f"{name} to be floating point", repr(x.spec), ".float()")
            )
    if tensor.spec.shape != tangent.spec.shape or tensor.spec.dtype is not tangent.spec.dtype:
        raise RuntimeError(
            expected("make_dual", f"a tangent of the same shape and dtype, {tensor.spec}",
                     repr(tangent.spec), "expand() or to()")
        )  # fmt: skip
    with enable_grad():
        dual = tensor.view_as(tensor) if tensor.requires_grad else tensor.detach().requires_grad_()
    duals.append((dual, tangent, tensor.requires_grad))
    return dual


def unpack_dual(tensor: Tensor, *, level: int | None = None) -> UnpackedDualTensor:
    """
    The primal and the tangent of a tensor.

    Returns
    -------
    UnpackedDualTensor
        (primal, tangent); the tangent is None for what does not depend on a dual number.
    """
    duals = _duals("unpack_dual", level)
    used, deeper = _inputs_of(tensor, duals)
    if not used:
        return UnpackedDualTensor(tensor, None)
    inputs, tangents = [x for x, _, _ in used], [v for _, v, _ in used]
    deeper = deeper or any(history for *_, history in used)
    zeros = registry["zeros_like"]
    with enable_grad():
        probe = zeros(tensor.detach()).requires_grad_()
        slopes = grad(tensor, inputs, probe, True, create_graph=True)
    create = deeper or any(v.requires_grad for v in tangents)
    pairs = [(s, v) for s, v in zip(slopes, tangents, strict=True) if s.requires_grad]
    found = None
    if pairs:
        pushed, vectors = zip(*pairs, strict=True)
        (found,) = grad(pushed, probe, vectors, True, create, allow_unused=True)
    tangent = zeros(tensor.detach()) if found is None else found
    return UnpackedDualTensor(tensor if deeper else tensor.detach(), tangent)


def _duals(op, level):
    if not _levels or level not in (None, len(_levels) - 1):
        raise RuntimeError(
            f"{op}: expected a level of forward mode, without which there are no dual tensors; got "
            f"{level}; try `with dual_level():`"
        )
    return _levels[-1]


def _inputs_of(tensor, duals):
    """Those dual numbers that a tensor depends on, and whether it depends on anything else."""
    own = {edge(x): entry for entry in duals for x in entry[:1]}
    used, deeper, seen, stack = [], False, set(), [edge(tensor)]
    while stack:
        place = stack.pop()
        if place is None:
            continue
        if place in own:
            used.append(own.pop(place))
        elif type(place) is Leaf:
            deeper = deeper or all(edge(x) is not place for x, _, _ in used)
        elif place[0] not in seen:
            seen.add(place[0])
            stack += place[0].edges
    return used, deeper


gate_all(globals(), __all__[1:])
_document(globals(), __all__[:1])
