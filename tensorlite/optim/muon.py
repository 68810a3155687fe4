"""Muon: momentum whose matrix is made orthogonal."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from ..annotations import Operand, Params
from ..ops import foreach
from ._rules import Rule, check_at_least, check_rate, refuse_complex
from .optimizer import Optimizer

__all__ = ["Muon"]

_COEFFICIENTS = (3.4445, -4.7750, 2.0315)
_ADJUSTED = (None, "original", "match_rms_adamw")


def averaged(mean, grad, share):
    """A running mean."""
    return mean + share * (grad - mean)


def ahead(direction, mean, share):
    """The gradient, drawn to its running mean."""
    return direction + share * (mean - direction)


def muon(param, direction, lr, decay):
    """A step against a direction, after a decay."""
    return param * decay - lr * direction


def orthogonal(matrix, coefficients, steps, eps):
    """Near the closest matrix with orthonormal rows or columns, by Newton-Schulz iterations."""
    a, b, c = coefficients
    wide = matrix if matrix.shape[0] <= matrix.shape[1] else matrix.mT
    x = wide / wide.norm().clamp(min=eps)
    for _ in range(steps):
        gram = x @ x.mT
        x = a * x + (b * gram + c * (gram @ gram)) @ x
    return x if wide is matrix else x.mT


class Muon(Optimizer):
    """Momentum made orthogonal: all directions of a matrix move by the same amount.

    For matrices of hidden layers; vectors and embeddings belong to another optimizer.

    Parameters
    ----------
    params : iterable of Tensor (M, N)
    lr, weight_decay, momentum : float
    nesterov : bool
    ns_coefficients : (float, float, float)
        Of the quintic polynomial that pushes singular values towards 1.
    eps : float
        The least norm that is divided by.
    ns_steps : int
    adjust_lr_fn : {None, "original", "match_rms_adamw"}
        How the rate depends on the shape: sqrt(max(1, M/N)), or 0.2 sqrt(max(M, N)).

    Notes
    -----
    The iterations run in the dtype of the parameter, where PyTorch takes bfloat16: steps agree to
    the two or three digits that bfloat16 has.

    References
    ----------
    Jordan et al. 2024, "Muon: An optimizer for hidden layers in neural networks".

    Examples
    --------
    >>> import tensorlite as tl
    >>> layer = tl.nn.Linear(4, 4, bias=False)
    >>> opt = tl.optim.Muon(layer.parameters(), lr=0.02)
    >>> layer(tl.randn(8, 4)).square().mean().backward()
    >>> opt.step()
    """

    _counters = ()

    def __init__(
        self,
        params: Params,
        lr: Operand = 1e-3,
        weight_decay: float = 0.1,
        momentum: float = 0.95,
        nesterov: bool = True,
        ns_coefficients: tuple[float, float, float] = _COEFFICIENTS,
        eps: float = 1e-7,
        ns_steps: int = 5,
        adjust_lr_fn: str | None = None,
    ) -> None:
        check_rate(lr)
        check_at_least("momentum", momentum)
        check_at_least("weight decay", weight_decay)
        if adjust_lr_fn not in _ADJUSTED:
            raise ValueError(f"Adjust learning rate function {adjust_lr_fn} is not supported")
        if len(ns_coefficients) != 3:
            raise ValueError(f"Coefficients must be exactly 3 values; got {ns_coefficients}")
        if ns_steps >= 100:
            raise ValueError(f"Number of steps must be less than 100; got {ns_steps}")
        defaults = {
            "lr": lr,
            "weight_decay": weight_decay,
            "momentum": momentum,
            "nesterov": nesterov,
            "ns_coefficients": ns_coefficients,
            "eps": eps,
            "ns_steps": ns_steps,
            "adjust_lr_fn": adjust_lr_fn,
        }
        super().__init__(params, defaults)

    def add_param_group(self, param_group: Mapping[str, Any]) -> None:
        """Add a group of matrices."""
        super().add_param_group(param_group)
        for param in self.param_groups[-1]["params"]:
            if param.ndim != 2:
                del self.param_groups[-1]
                raise ValueError(
                    "Muon only supports 2D parameters whereas we found a parameter with size: "
                    f"{param.shape}; try AdamW for it"
                )

    def _update_group(self, group, params, grads):
        refuse_complex("Muon", params)
        self._check_state(params)
        means = self._column(params, "momentum_buffer")
        momentum = group["momentum"]
        foreach.update(averaged, [means, grads], (1 - momentum,))
        if group["nesterov"]:
            grads = [grad.clone() for grad in grads]
            foreach.update(ahead, [grads, means], (momentum,))
        else:
            grads = means
        form = group["ns_coefficients"], group["ns_steps"], group["eps"]
        moves = [orthogonal(grad, *form) * _share(group, grad.shape) for grad in grads]
        self._run(self._rule, group, params, params, [move.contiguous() for move in moves])

    def _rule(self, group, state):
        read = ("momentum", "nesterov", "ns_coefficients", "ns_steps", "eps", "adjust_lr_fn")
        numbers = group["lr"], 1 - group["lr"] * group["weight_decay"]
        return Rule(muon, {}, numbers, fixed=tuple(group[name] for name in read))


def _share(group, shape):
    """How the length of a step depends on the shape of the matrix."""
    if group["adjust_lr_fn"] == "match_rms_adamw":
        return 0.2 * math.sqrt(max(shape))
    return math.sqrt(max(1.0, shape[0] / max(1, shape[1])))
