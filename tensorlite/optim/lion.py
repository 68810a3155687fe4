"""Lion: steps along the sign of a momentum."""

from __future__ import annotations

from ..annotations import Operand, Params
from ._rules import Rule, check_at_least, check_betas, check_rate
from .optimizer import Optimizer

__all__ = ["Lion"]


def lion(param, m, grad, lr, decay, sign, c1, c2):
    """A step of one length in each element; c = 1 - b."""
    d = sign * grad
    way = m + c1 * (d - m)
    way = 1.0 if way > 0.0 else (-1.0 if way < 0.0 else way)
    return param * decay - lr * way, m + c2 * (d - m)


class Lion(Optimizer):
    """Steps along the sign of a running mean of gradients; rates 3 to 10 times below AdamW's.

    PyTorch has no optimizer of this name.

    Parameters
    ----------
    params : iterable
        See `Optimizer`.
    lr : float
    betas : (float, float)
        The decay of the mean: for the sign, and for what is kept.
    weight_decay : float
        Of the parameters themselves.
    maximize : bool

    References
    ----------
    Chen et al. 2023, "Symbolic Discovery of Optimization Algorithms", arXiv:2302.06675.

    Examples
    --------
    >>> import tensorlite as tl
    >>> w = tl.nn.Parameter(tl.tensor([1.0, -1.0]))
    >>> opt = tl.optim.Lion([w], lr=0.25)
    >>> (w * w).sum().backward()
    >>> opt.step()
    >>> w.detach()
    tensor([ 0.7500, -0.7500])
    """

    _counters = ()

    def __init__(
        self,
        params: Params,
        lr: Operand = 1e-4,
        betas: tuple[float, float] = (0.9, 0.99),
        weight_decay: float = 0.0,
        *,
        maximize: bool = False,
    ) -> None:
        check_rate(lr)
        check_betas(betas)
        check_at_least("weight_decay value", weight_decay)
        defaults = {"lr": lr, "betas": betas, "weight_decay": weight_decay, "maximize": maximize}
        super().__init__(params, defaults)

    def _rule(self, group, state):
        b1, b2 = group["betas"]
        sign, decay = -1.0 if group["maximize"] else 1.0, 1 - group["lr"] * group["weight_decay"]
        numbers = group["lr"], decay, sign, 1 - b1, 1 - b2
        return Rule(lion, {"exp_avg": 0.0}, numbers)
