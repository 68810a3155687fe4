"""Stochastic gradient descent, and its averaged form."""

from __future__ import annotations

from ..annotations import Operand, Params
from ._rules import Rule, check_at_least, check_flags, check_rate
from .optimizer import Optimizer

__all__ = ["ASGD", "SGD"]


def sgd(param, grad, lr, weight_decay, sign):
    """A step against the gradient; sign -1 ascends."""
    return param - lr * (sign * grad + weight_decay * param)


def sgd_momentum(param, buf, grad, lr, weight_decay, sign, momentum, keep):
    """A step against the decaying sum of gradients; keep is 1 - dampening."""
    d = sign * grad + weight_decay * param
    buf = momentum * buf + keep * d
    return param - lr * buf, buf


def sgd_nesterov(param, buf, grad, lr, weight_decay, sign, momentum, keep):
    """The same, one step ahead."""
    d = sign * grad + weight_decay * param
    buf = momentum * buf + keep * d
    return param - lr * (d + momentum * buf), buf


class SGD(Optimizer):
    """Stochastic gradient descent with momentum.

    Parameters
    ----------
    params : iterable
        See `Optimizer`.
    lr, momentum, dampening, weight_decay : float
    nesterov : bool
    maximize : bool
        Ascend instead.
    foreach, fused : ignored
        Every step is fused.

    References
    ----------
    Sutskever et al. 2013, "On the importance of initialization and momentum", ICML.

    Examples
    --------
    >>> import tensorlite as tl
    >>> w = tl.nn.Parameter(tl.tensor([1.0]))
    >>> opt = tl.optim.SGD([w], lr=0.1)
    >>> (w * w).sum().backward()
    >>> opt.step()
    >>> w.detach()
    tensor([0.8000])
    """

    def __init__(
        self,
        params: Params,
        lr: Operand = 1e-3,
        momentum: float = 0,
        dampening: float = 0,
        weight_decay: float = 0,
        nesterov: bool = False,
        *,
        maximize: bool = False,
        foreach: bool | None = None,
        differentiable: bool = False,
        fused: bool | None = None,
    ) -> None:
        check_rate(lr)
        check_at_least("momentum value", momentum)
        check_at_least("weight_decay value", weight_decay)
        check_flags("SGD", differentiable, foreach, fused)
        if nesterov and (momentum <= 0 or dampening != 0):
            raise ValueError(
                "Nesterov momentum requires a momentum and zero dampening; got "
                f"momentum={momentum}, dampening={dampening}"
            )
        defaults = {
            "lr": lr,
            "momentum": momentum,
            "dampening": dampening,
            "weight_decay": weight_decay,
            "nesterov": nesterov,
            "maximize": maximize,
            "foreach": foreach,
            "differentiable": differentiable,
            "fused": fused,
        }
        super().__init__(params, defaults)

    def _age(self, state):
        return state.get("momentum_buffer") is None

    def _rule(self, group, state):
        sign = -1.0 if group["maximize"] else 1.0
        settings = group["lr"], group["weight_decay"], sign
        momentum = group["momentum"]
        if momentum == 0:
            return Rule(sgd, {}, settings)
        # the first buffer is the gradient itself, without dampening
        keep = 1.0 if self._age(state) else 1.0 - group["dampening"]
        rule = sgd_nesterov if group["nesterov"] else sgd_momentum
        return Rule(rule, {"momentum_buffer": 0.0}, (*settings, momentum, keep))


def asgd(param, ax, grad, decay, eta, weight_decay, sign, mu):
    """A step, and the running average of all places."""
    d = sign * grad + weight_decay * param
    param = decay * param - eta * d
    return param, ax + mu * (param - ax)


class ASGD(Optimizer):
    """Averaged stochastic gradient descent.

    Parameters
    ----------
    params : iterable
    lr, lambd, alpha, t0, weight_decay : float
        lambd decays the parameters, alpha the step size, t0 is when averaging starts.
    maximize : bool

    References
    ----------
    Polyak, Juditsky 1992, "Acceleration of stochastic approximation by averaging".
    """

    _counters = ("step", "eta", "mu")

    def __init__(
        self,
        params: Params,
        lr: Operand = 1e-2,
        lambd: float = 1e-4,
        alpha: float = 0.75,
        t0: float = 1e6,
        weight_decay: float = 0,
        foreach: bool | None = None,
        maximize: bool = False,
        differentiable: bool = False,
        capturable: bool = False,
    ) -> None:
        check_rate(lr)
        check_at_least("weight_decay value", weight_decay)
        check_flags("ASGD", differentiable)
        defaults = {
            "lr": lr,
            "lambd": lambd,
            "alpha": alpha,
            "t0": t0,
            "weight_decay": weight_decay,
            "foreach": foreach,
            "maximize": maximize,
            "differentiable": differentiable,
            "capturable": capturable,
        }
        super().__init__(params, defaults)

    def _rule(self, group, state):
        sign = -1.0 if group["maximize"] else 1.0
        lr, lambd, step = group["lr"], group["lambd"], state.get("step", 0) + 1
        eta, mu = state.get("eta", lr), state.get("mu", 1.0)
        counters = {
            "step": step,
            "eta": lr / (1 + lambd * lr * step) ** group["alpha"],
            "mu": 1 / max(1, step - group["t0"]),
        }
        numbers = 1 - lambd * eta, eta, group["weight_decay"], sign, mu
        return Rule(asgd, {"ax": 0.0}, numbers, counters)
