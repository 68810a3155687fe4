"""Adam and its relatives: AdamW, Adamax, NAdam, RAdam."""

from __future__ import annotations

from math import fabs, sqrt

from ..annotations import Operand, Params
from ._rules import Rule, check_at_least, check_betas, check_flags, check_rate
from .optimizer import Optimizer

__all__ = ["Adam", "AdamW", "Adamax", "NAdam", "RAdam"]


_MEANS = {"exp_avg": 0.0, "exp_avg_sq": 0.0}


def adam(param, m, v, grad, lr, decay, weight_decay, sign, b1, c1, b2, c2, eps):
    """Means of gradient and square; c = 1 - b; lr and eps carry the bias corrections."""
    param = param * decay
    d = sign * grad + weight_decay * param
    m = m + c1 * (d - m)
    v = b2 * v + c2 * d * d
    return param - lr * m / (sqrt(v) + eps), m, v


def adam_amsgrad(param, m, v, top, grad, lr, decay, weight_decay, sign, b1, c1, b2, c2, eps):
    """The same with the largest mean square so far."""
    param = param * decay
    d = sign * grad + weight_decay * param
    m = m + c1 * (d - m)
    v = b2 * v + c2 * d * d
    top = top if top > v else v
    return param - lr * m / (sqrt(top) + eps), m, v, top


def _adam_settings(lr, betas, eps, weight_decay):
    check_rate(lr)
    check_at_least("epsilon value", eps)
    check_at_least("weight_decay value", weight_decay)
    return check_betas(betas)


def _decay(group):
    """(factor on the parameter, share of the parameter in the gradient)."""
    if group["decoupled_weight_decay"]:
        return 1.0 - group["lr"] * group["weight_decay"], 0.0
    return 1.0, group["weight_decay"]


class Adam(Optimizer):
    """Adam: steps scaled by running means of the gradient and of its square.

    Parameters
    ----------
    params : iterable
        See `Optimizer`.
    lr : float
    betas : (float, float)
        The decay of the two means.
    eps : float
        Added to the denominator.
    weight_decay : float
    amsgrad : bool
        Use the largest mean square so far. Reddi et al. 2018, arXiv:1904.09237.
    maximize : bool
    foreach, fused, capturable : ignored
        Every step is fused.
    decoupled_weight_decay : bool
        Decay the parameters instead of the gradients, as AdamW does.

    References
    ----------
    Kingma, Ba 2014, "Adam: A Method for Stochastic Optimization", arXiv:1412.6980.

    Examples
    --------
    >>> import tensorlite as tl
    >>> w = tl.nn.Parameter(tl.tensor([1.0]))
    >>> opt = tl.optim.Adam([w], lr=0.1)
    >>> (w * w).sum().backward()
    >>> opt.step()
    >>> w.detach()
    tensor([0.9000])
    """

    def __init__(
        self,
        params: Params,
        lr: Operand = 1e-3,
        betas: tuple[float, float] = (0.9, 0.999),
        eps: float = 1e-8,
        weight_decay: float = 0,
        amsgrad: bool = False,
        *,
        foreach: bool | None = None,
        maximize: bool = False,
        capturable: bool = False,
        differentiable: bool = False,
        fused: bool | None = None,
        decoupled_weight_decay: bool = False,
    ) -> None:
        betas = _adam_settings(lr, betas, eps, weight_decay)
        check_flags(type(self).__name__, differentiable, foreach, fused)
        defaults = {
            "lr": lr,
            "betas": betas,
            "eps": eps,
            "weight_decay": weight_decay,
            "amsgrad": amsgrad,
            "maximize": maximize,
            "foreach": foreach,
            "capturable": capturable,
            "differentiable": differentiable,
            "fused": fused,
            "decoupled_weight_decay": decoupled_weight_decay,
        }
        super().__init__(params, defaults)

    def _rule(self, group, state):
        b1, b2 = group["betas"]
        sign, step = -1.0 if group["maximize"] else 1.0, state.get("step", 0) + 1
        root = sqrt(1 - b2**step)
        lr, eps = group["lr"] * root / (1 - b1**step), group["eps"] * root
        numbers = lr, *_decay(group), sign, b1, 1 - b1, b2, 1 - b2, eps
        if group["amsgrad"]:
            columns = {"exp_avg": 0.0, "exp_avg_sq": 0.0, "max_exp_avg_sq": 0.0}
            return Rule(adam_amsgrad, columns, numbers, {"step": step})
        return Rule(adam, _MEANS, numbers, {"step": step})


class AdamW(Adam):
    """Adam with weight decay on the parameters themselves; arguments as of Adam.

    References
    ----------
    Loshchilov, Hutter 2017, "Decoupled Weight Decay Regularization", arXiv:1711.05101.
    """

    def __init__(
        self,
        params: Params,
        lr: Operand = 1e-3,
        betas: tuple[float, float] = (0.9, 0.999),
        eps: float = 1e-8,
        weight_decay: float = 1e-2,
        amsgrad: bool = False,
        *,
        maximize: bool = False,
        foreach: bool | None = None,
        capturable: bool = False,
        differentiable: bool = False,
        fused: bool | None = None,
    ) -> None:
        super().__init__(
            params,
            lr,
            betas,
            eps,
            weight_decay,
            amsgrad,
            foreach=foreach,
            maximize=maximize,
            capturable=capturable,
            differentiable=differentiable,
            fused=fused,
            decoupled_weight_decay=True,
        )


def adamax(param, m, top, grad, lr, weight_decay, sign, b1, c1, b2, eps):
    """The mean gradient over the decaying largest gradient."""
    d = sign * grad + weight_decay * param
    m = m + c1 * (d - m)
    size = fabs(d) + eps
    top = b2 * top if b2 * top > size else size
    return param - lr * m / top, m, top


class Adamax(Optimizer):
    """Adam with the largest gradient in place of the mean square.

    References
    ----------
    Kingma, Ba 2014, arXiv:1412.6980, section 7.
    """

    def __init__(
        self,
        params: Params,
        lr: Operand = 2e-3,
        betas: tuple[float, float] = (0.9, 0.999),
        eps: float = 1e-8,
        weight_decay: float = 0,
        foreach: bool | None = None,
        *,
        maximize: bool = False,
        differentiable: bool = False,
        capturable: bool = False,
    ) -> None:
        betas = _adam_settings(lr, betas, eps, weight_decay)
        check_flags("Adamax", differentiable)
        defaults = {
            "lr": lr,
            "betas": betas,
            "eps": eps,
            "weight_decay": weight_decay,
            "foreach": foreach,
            "maximize": maximize,
            "differentiable": differentiable,
            "capturable": capturable,
        }
        super().__init__(params, defaults)

    def _rule(self, group, state):
        b1, b2 = group["betas"]
        sign, step = -1.0 if group["maximize"] else 1.0, state.get("step", 0) + 1
        lr = group["lr"] / (1 - b1**step)
        numbers = lr, group["weight_decay"], sign, b1, 1 - b1, b2, group["eps"]
        return Rule(adamax, {"exp_avg": 0.0, "exp_inf": 0.0}, numbers, {"step": step})


def nadam(param, m, v, grad, lr_grad, lr_mean, decay, weight_decay, sign, c1, b2, c2, eps):
    """Adam one step ahead: gradient and mean weighted apart; both lr and eps carry corrections."""
    param = param * decay
    d = sign * grad + weight_decay * param
    m = m + c1 * (d - m)
    v = b2 * v + c2 * d * d
    return param - (lr_grad * d + lr_mean * m) / (sqrt(v) + eps), m, v


class NAdam(Optimizer):
    """Adam with Nesterov's momentum.

    Parameters
    ----------
    params : iterable
    lr, betas, eps, weight_decay
        As of Adam.
    momentum_decay : float
    decoupled_weight_decay : bool

    References
    ----------
    Dozat 2016, "Incorporating Nesterov Momentum into Adam", ICLR workshop.
    """

    _counters = ("step", "mu_product")

    def __init__(
        self,
        params: Params,
        lr: Operand = 2e-3,
        betas: tuple[float, float] = (0.9, 0.999),
        eps: float = 1e-8,
        weight_decay: float = 0,
        momentum_decay: float = 4e-3,
        decoupled_weight_decay: bool = False,
        *,
        foreach: bool | None = None,
        maximize: bool = False,
        capturable: bool = False,
        differentiable: bool = False,
    ) -> None:
        betas = _adam_settings(lr, betas, eps, weight_decay)
        check_at_least("momentum_decay value", momentum_decay)
        check_flags("NAdam", differentiable)
        defaults = {
            "lr": lr,
            "betas": betas,
            "eps": eps,
            "weight_decay": weight_decay,
            "momentum_decay": momentum_decay,
            "decoupled_weight_decay": decoupled_weight_decay,
            "maximize": maximize,
            "foreach": foreach,
            "capturable": capturable,
            "differentiable": differentiable,
        }
        super().__init__(params, defaults)

    def _rule(self, group, state):
        b1, b2 = group["betas"]
        lr, slow = group["lr"], group["momentum_decay"]
        sign, step = -1.0 if group["maximize"] else 1.0, state.get("step", 0) + 1
        mu, mu_next = (b1 * (1 - 0.5 * 0.96 ** (t * slow)) for t in (step, step + 1))
        product = state.get("mu_product", 1.0) * mu
        root = sqrt(1 - b2**step)
        old, new = lr * (1 - mu) / (1 - product), lr * mu_next / (1 - product * mu_next)
        steps, eps = (old * root, new * root), group["eps"] * root
        numbers = *steps, *_decay(group), sign, 1 - b1, b2, 1 - b2, eps
        return Rule(nadam, _MEANS, numbers, {"step": step, "mu_product": product})


def radam(param, m, v, grad, lr, decay, weight_decay, sign, c1, b2, c2, root, eps):
    """Adam's step, lr rectified; lr carries the bias corrections."""
    param = param * decay
    d = sign * grad + weight_decay * param
    m = m + c1 * (d - m)
    v = b2 * v + c2 * d * d
    return param - lr * m * (root / (sqrt(v) + eps)), m, v


def radam_start(param, m, v, grad, lr, decay, weight_decay, sign, c1, b2, c2, root, eps):
    """The mean gradient alone, while the mean square is too uncertain."""
    param = param * decay
    d = sign * grad + weight_decay * param
    m = m + c1 * (d - m)
    v = b2 * v + c2 * d * d
    return param - lr * m, m, v


class RAdam(Optimizer):
    """Adam with a rectified start.

    References
    ----------
    Liu et al. 2019, "On the Variance of the Adaptive Learning Rate and Beyond", arXiv:1908.03265.
    """

    def __init__(
        self,
        params: Params,
        lr: Operand = 1e-3,
        betas: tuple[float, float] = (0.9, 0.999),
        eps: float = 1e-8,
        weight_decay: float = 0,
        decoupled_weight_decay: bool = False,
        *,
        foreach: bool | None = None,
        maximize: bool = False,
        capturable: bool = False,
        differentiable: bool = False,
    ) -> None:
        betas = _adam_settings(lr, betas, eps, weight_decay)
        check_flags("RAdam", differentiable)
        defaults = {
            "lr": lr,
            "betas": betas,
            "eps": eps,
            "weight_decay": weight_decay,
            "maximize": maximize,
            "foreach": foreach,
            "capturable": capturable,
            "decoupled_weight_decay": decoupled_weight_decay,
            "differentiable": differentiable,
        }
        super().__init__(params, defaults)

    def _rule(self, group, state):
        b1, b2 = group["betas"]
        sign, step = -1.0 if group["maximize"] else 1.0, state.get("step", 0) + 1
        longest = 2 / (1 - b2) - 1
        length = longest - 2 * step * b2**step / (1 - b2**step)
        lr, root, rule = group["lr"] / (1 - b1**step), sqrt(1 - b2**step), radam_start
        if length > 5:
            top = (length - 4) * (length - 2) * longest
            lr *= sqrt(top / ((longest - 4) * (longest - 2) * length))
            rule = radam
        numbers = lr, *_decay(group), sign, 1 - b1, b2, 1 - b2, root, group["eps"]
        return Rule(rule, _MEANS, numbers, {"step": step})
