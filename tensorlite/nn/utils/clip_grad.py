"""Gradients limited by norm or by value, in place."""

from __future__ import annotations

from collections.abc import Iterable

import tensorlite as tl

from ...errors import expected
from ...graph import warn
from ...ops.requiring import require
from ...shapes import real
from ...tensor import Tensor
from ...writing import check_memory
from ..module import Module


def _listed(tensors: Tensor | Iterable[Tensor]) -> list[Tensor]:
    if isinstance(tensors, Module):
        got = type(tensors).__name__
        raise TypeError(expected("parameters", "tensors", got, "model.parameters()"))
    return [tensors] if isinstance(tensors, Tensor) else list(tensors)


def _gradients(parameters):
    return [p.grad for p in _listed(parameters) if p.grad is not None]


def get_total_norm(
    tensors: Tensor | Iterable[Tensor],
    norm_type: float = 2.0,
    error_if_nonfinite: bool = False,
    foreach: bool | None = None,
) -> Tensor:
    """The norm of all tensors together, as if they were one vector.

    Parameters
    ----------
    tensors : Tensor or iterable of Tensor
    norm_type : float
        The p of the norm; may be inf.
    error_if_nonfinite : bool
    foreach : ignored

    Returns
    -------
    Tensor ()

    Raises
    ------
    RuntimeError
        If the norm is not finite and `error_if_nonfinite` is set.
    """
    tensors, norm_type = _listed(tensors), float(norm_type)  # which may be "inf"
    if not tensors:
        return tl.tensor(0.0)
    with tl.no_grad():
        norms = tl.stack([t.detach().norm(norm_type) for t in tensors])
        total = norms[0] if len(tensors) == 1 else norms.norm(norm_type)

    def error(found):
        return RuntimeError(
            f"clip_grad_norm_: The total norm of order {norm_type} for gradients from `parameters` "
            f"is non-finite, so it cannot be clipped; got {found}; try error_if_nonfinite=False"
        )

    if error_if_nonfinite:
        require(total.isfinite(), error, lambda: (total,))
    return total


def clip_grads_with_norm_(
    parameters: Tensor | Iterable[Tensor],
    max_norm: float,
    total_norm: Tensor,
    foreach: bool | None = None,
) -> None:
    """Scale all gradients by max_norm / total_norm where that is below 1."""
    with tl.no_grad():
        scale = (real(max_norm) / (total_norm + 1e-6)).clamp(max=1.0)
        grads = _gradients(parameters)
        check_memory("clip_grad_norm_", *grads)
        for grad in grads:
            grad.mul_(scale)


def clip_grad_norm_(
    parameters: Tensor | Iterable[Tensor],
    max_norm: float,
    norm_type: float = 2.0,
    error_if_nonfinite: bool = False,
    foreach: bool | None = None,
) -> Tensor:
    """Scale all gradients together so that their norm is at most `max_norm`.

    Parameters
    ----------
    parameters : Tensor or iterable of Tensor
        Those without a gradient are passed over.
    max_norm : float
    norm_type : float
    error_if_nonfinite : bool
    foreach : ignored

    Returns
    -------
    Tensor ()
        The norm before scaling.

    References
    ----------
    Pascanu, Mikolov, Bengio 2012, arXiv:1211.5063.

    Examples
    --------
    >>> import tensorlite as tl
    >>> p = tl.nn.Parameter(tl.zeros(2))
    >>> p.grad = tl.tensor([3.0, 4.0])
    >>> tl.nn.utils.clip_grad_norm_(p, 1.0)
    tensor(5.)
    >>> p.grad
    tensor([0.6000, 0.8000])
    """
    parameters = _listed(parameters)
    total = get_total_norm(_gradients(parameters), norm_type, error_if_nonfinite, foreach)
    clip_grads_with_norm_(parameters, max_norm, total, foreach)
    return total


def clip_grad_value_(
    parameters: Tensor | Iterable[Tensor], clip_value: float, foreach: bool | None = None
) -> None:
    """Limit every gradient element to [-clip_value, clip_value]."""
    limit = real(clip_value)
    grads = _gradients(parameters)
    check_memory("clip_grad_value_", *grads)
    with tl.no_grad():
        for grad in grads:
            grad.clamp_(-limit, limit)


def clip_grad_norm(
    parameters: Tensor | Iterable[Tensor],
    max_norm: float,
    norm_type: float = 2.0,
    error_if_nonfinite: bool = False,
    foreach: bool | None = None,
) -> Tensor:
    """An older name of `clip_grad_norm_`."""
    warn("clip_grad_norm is now deprecated in favor of clip_grad_norm_", FutureWarning)
    return clip_grad_norm_(parameters, max_norm, norm_type, error_if_nonfinite, foreach)
