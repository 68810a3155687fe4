"""Adafactor: Adam's scaling with the mean square of a matrix kept as its rows and columns."""

from __future__ import annotations

import math

import tensorlite as tl

from ..annotations import Operand, Params
from ..dispatch import unrecorded
from ._rules import Rule, check_at_least, check_rate, refuse_complex
from .optimizer import Optimizer

__all__ = ["Adafactor"]


def averaged(mean, value, share):
    """A running mean."""
    return mean + share * (value - mean)


def averaged_square(mean, grad, share):
    """A running mean of squares."""
    return mean + share * (grad * grad - mean)


def adafactor(param, direction, lr, decay):
    """A step against a direction, after a decay."""
    return param * decay - lr * direction


class Adafactor(Optimizer):
    """Steps scaled by a mean square that takes memory for rows and columns only.

    Parameters
    ----------
    params : iterable
    lr : float
        The largest step, as a share of the parameter's root mean square; and of the decay.
    beta2_decay : float
        At step t the mean forgets ``t ** beta2_decay``.
    eps : (float or None, float)
        The least root mean square of gradients (None: the dtype's eps), and of parameters.
    d : float
        Where the root mean square of a step is clipped.
    weight_decay : float
    foreach : ignored
    maximize : bool

    References
    ----------
    Shazeer, Stern 2018, "Adafactor: Adaptive Learning Rates with Sublinear Memory Cost",
    arXiv:1804.04235.

    Examples
    --------
    >>> import tensorlite as tl
    >>> layer = tl.nn.Linear(4, 3)
    >>> opt = tl.optim.Adafactor(layer.parameters(), lr=0.1)
    >>> layer(tl.randn(8, 4)).square().mean().backward()
    >>> opt.step()
    >>> opt.state[layer.weight]["row_var"].shape, opt.state[layer.weight]["col_var"].shape
    (tensorlite.Size([3, 1]), tensorlite.Size([1, 4]))
    """

    def __init__(
        self,
        params: Params,
        lr: Operand = 1e-2,
        beta2_decay: float = -0.8,
        eps: tuple[float | None, float] = (None, 1e-3),
        d: float = 1.0,
        weight_decay: float = 0.0,
        *,
        foreach: bool | None = None,
        maximize: bool = False,
    ) -> None:
        check_rate(lr)
        if not beta2_decay <= 0:
            raise ValueError(f"beta2_decay should be <= 0 but is: {beta2_decay}")
        for number, value in enumerate(eps, 1):
            if value is not None and not value >= 0:
                raise ValueError(f"epsilon{number} should be >= 0 but is: {value}")
        if not d >= 1:
            raise ValueError(f"Clipping threshold d should be >= 1 but is: {d}")
        check_at_least("weight_decay value", weight_decay)
        defaults = {
            "lr": lr,
            "beta2_decay": beta2_decay,
            "eps": eps,
            "d": d,
            "weight_decay": weight_decay,
            "foreach": foreach,
            "maximize": maximize,
        }
        super().__init__(params, defaults)

    def _update_group(self, group, params, grads):
        refuse_complex("Adafactor", params)
        self._check_state(params)
        for matrices in (True, False):
            rows = [(p, g) for p, g in zip(params, grads, strict=True) if (p.ndim > 1) == matrices]
            if rows:
                super()._update_group(group, *map(list, zip(*rows, strict=True)))

    def _run(self, make, group, params, firsts, lasts):
        means = self._means_of_matrices if params[0].ndim > 1 else self._means_of_vectors
        moves = [
            _move(group, param, grad, mean)
            for param, grad, mean in zip(params, lasts, means(group, params, lasts), strict=True)
        ]
        super()._run(make, group, params, firsts, moves)

    def _means_of_vectors(self, group, params, grads):
        """The running mean square of each element."""
        means = self._column(params, "variance")
        super()._run(self._forget(averaged_square), group, params, means, grads)
        return means

    def _means_of_matrices(self, group, params, grads):
        """The product of rows and columns that have the running means of a mean square."""
        squares = [grad * grad for grad in grads]
        sides = []
        for name, dim in (("row_var", -1), ("col_var", -2)):
            means = [square.mean(dim, keepdim=True) for square in squares]
            kept = [self._kept(p, name, mean) for p, mean in zip(params, means, strict=True)]
            super()._run(self._forget(averaged), group, params, kept, means)
            sides.append(kept)
        least = [_least(group, param) for param in params]
        return [
            row @ col / row.mean(-2, keepdim=True).clamp(min=low)
            for row, col, low in zip(*sides, least, strict=True)
        ]

    def _kept(self, param, name, like):
        state = self.state[param]
        if state.get(name) is None:
            with unrecorded():
                state[name] = tl.zeros(like.shape, dtype=like.dtype, device=like.device)
        return state[name]

    def _forget(self, function):
        """The rule by which a mean takes in the squares of the next step."""

        def rule(group, state):
            step = state.get("step", 0) + 1
            return Rule(function, {}, (step ** group["beta2_decay"],))

        return rule

    def _rule(self, group, state):
        step, sign = state.get("step", 0) + 1, -1.0 if group["maximize"] else 1.0
        lr = sign * min(group["lr"], 1 / math.sqrt(step))
        numbers = lr, 1 - group["lr"] * group["weight_decay"]
        return Rule(adafactor, {}, numbers, {"step": step}, (group["eps"], group["d"]))


def _least(group, param):
    eps = group["eps"][0]
    return tl.finfo(param.dtype).eps if eps is None else eps


def _root_mean_square(x):
    return x.norm() / math.sqrt(max(1, x.numel()))


def _move(group, param, grad, mean):
    """The gradient over its root mean square, clipped, in units of the parameter's."""
    move = grad * mean.clamp(min=_least(group, param) ** 2).rsqrt()
    clip = (_root_mean_square(move) / group["d"]).clamp(min=1.0)
    return move * (_root_mean_square(param).clamp(min=group["eps"][1]) / clip)
