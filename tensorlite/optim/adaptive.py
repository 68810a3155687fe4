"""Optimizers with a step size for each element: Adagrad, RMSprop, Adadelta, Rprop."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import sqrt
from typing import Any

from ..annotations import Operand, Params
from ._rules import Rule, check_at_least, check_flags, check_rate
from .optimizer import Optimizer

__all__ = ["Adadelta", "Adagrad", "RMSprop", "Rprop"]


def adagrad(param, total, grad, lr, weight_decay, sign, eps):
    """A step scaled by the root of the sum of all squares."""
    d = sign * grad + weight_decay * param
    total = total + d * d
    return param - lr * d / (sqrt(total) + eps), total


class Adagrad(Optimizer):
    """Steps scaled by the root of the sum of all squared gradients.

    Parameters
    ----------
    params : iterable
        See `Optimizer`.
    lr, lr_decay, weight_decay : float
    initial_accumulator_value : float
        Where the sum starts.
    eps : float
    maximize : bool
    foreach, fused : ignored
        Every step is fused.

    References
    ----------
    Duchi, Hazan, Singer 2011, "Adaptive Subgradient Methods", JMLR 12.
    """

    def __init__(
        self,
        params: Params,
        lr: Operand = 1e-2,
        lr_decay: float = 0,
        weight_decay: float = 0,
        initial_accumulator_value: float = 0,
        eps: float = 1e-10,
        foreach: bool | None = None,
        *,
        maximize: bool = False,
        differentiable: bool = False,
        fused: bool | None = None,
    ) -> None:
        check_rate(lr)
        check_at_least("lr_decay value", lr_decay)
        check_at_least("weight_decay value", weight_decay)
        check_at_least("initial_accumulator_value value", initial_accumulator_value)
        check_at_least("epsilon value", eps)
        check_flags("Adagrad", differentiable, foreach, fused)
        defaults = {
            "lr": lr,
            "lr_decay": lr_decay,
            "eps": eps,
            "weight_decay": weight_decay,
            "initial_accumulator_value": initial_accumulator_value,
            "foreach": foreach,
            "maximize": maximize,
            "differentiable": differentiable,
            "fused": fused,
        }
        super().__init__(params, defaults)

    def add_param_group(self, param_group: Mapping[str, Any]) -> None:
        """Add a group of parameters, with sums that start where its settings say."""
        super().add_param_group(param_group)
        group = self.param_groups[-1]
        self._column(group["params"], "sum", group["initial_accumulator_value"])
        for param in group["params"]:
            self.state[param]["step"] = 0.0

    def _rule(self, group, state):
        sign, step = -1.0 if group["maximize"] else 1.0, state["step"] + 1
        lr = group["lr"] / (1 + (step - 1) * group["lr_decay"])
        columns = {"sum": group["initial_accumulator_value"]}
        numbers = lr, group["weight_decay"], sign, group["eps"]
        return Rule(adagrad, columns, numbers, {"step": step})


def rmsprop(param, v, grad, lr, weight_decay, sign, alpha, rest, eps):
    """A step scaled by the root of the mean square; rest = 1 - alpha."""
    d = sign * grad + weight_decay * param
    v = alpha * v + rest * d * d
    return param - lr * d / (sqrt(v) + eps), v


def rmsprop_momentum(param, v, buf, grad, lr, weight_decay, sign, alpha, rest, eps, momentum):
    """The same, summed up."""
    d = sign * grad + weight_decay * param
    v = alpha * v + rest * d * d
    buf = momentum * buf + d / (sqrt(v) + eps)
    return param - lr * buf, v, buf


def rmsprop_centered(param, v, mean, grad, lr, weight_decay, sign, alpha, rest, eps):
    """With the variance in place of the mean square."""
    d = sign * grad + weight_decay * param
    v = alpha * v + rest * d * d
    mean = mean + rest * (d - mean)
    return param - lr * d / (sqrt(v - mean * mean) + eps), v, mean


def rmsprop_centered_momentum(
    param, v, mean, buf, grad, lr, weight_decay, sign, alpha, rest, eps, momentum
):
    """Both."""
    d = sign * grad + weight_decay * param
    v = alpha * v + rest * d * d
    mean = mean + rest * (d - mean)
    buf = momentum * buf + d / (sqrt(v - mean * mean) + eps)
    return param - lr * buf, v, mean, buf


_RMSPROP: dict[tuple, Callable] = {
    (False, False): rmsprop,
    (False, True): rmsprop_momentum,
    (True, False): rmsprop_centered,
    (True, True): rmsprop_centered_momentum,
}


class RMSprop(Optimizer):
    """Steps scaled by the root of the running mean of squared gradients.

    Parameters
    ----------
    params : iterable
        See `Optimizer`.
    lr, alpha, eps, weight_decay, momentum : float
        alpha is the decay of the mean.
    centered : bool
        Scale by the estimated standard deviation instead.
    maximize : bool
    foreach, capturable : ignored
        Every step is fused.

    References
    ----------
    Tieleman, Hinton 2012, Coursera lecture 6e; centered: Graves 2013, arXiv:1308.0850.
    """

    def __init__(
        self,
        params: Params,
        lr: Operand = 1e-2,
        alpha: float = 0.99,
        eps: float = 1e-8,
        weight_decay: float = 0,
        momentum: float = 0,
        centered: bool = False,
        capturable: bool = False,
        foreach: bool | None = None,
        maximize: bool = False,
        differentiable: bool = False,
    ) -> None:
        check_rate(lr)
        check_at_least("epsilon value", eps)
        check_at_least("momentum value", momentum)
        check_at_least("weight_decay value", weight_decay)
        check_at_least("alpha value", alpha)
        check_flags("RMSprop", differentiable)
        defaults = {
            "lr": lr,
            "momentum": momentum,
            "alpha": alpha,
            "eps": eps,
            "centered": centered,
            "weight_decay": weight_decay,
            "capturable": capturable,
            "foreach": foreach,
            "maximize": maximize,
            "differentiable": differentiable,
        }
        super().__init__(params, defaults)

    def _rule(self, group, state):
        sign = -1.0 if group["maximize"] else 1.0
        alpha, momentum, centered = group["alpha"], group["momentum"], bool(group["centered"])
        columns = {"square_avg": 0.0}
        if centered:
            columns["grad_avg"] = 0.0
        numbers = [group["lr"], group["weight_decay"], sign, alpha, 1 - alpha, group["eps"]]
        if momentum > 0:
            columns["momentum_buffer"] = 0.0
            numbers.append(momentum)
        counters = {"step": state.get("step", 0) + 1}
        return Rule(_RMSPROP[centered, momentum > 0], columns, tuple(numbers), counters)


def adadelta(param, v, delta, grad, lr, weight_decay, sign, rho, rest, eps):
    """A step in units of earlier steps; rest = 1 - rho."""
    d = sign * grad + weight_decay * param
    v = rho * v + rest * d * d
    move = sqrt(delta + eps) / sqrt(v + eps) * d
    return param - lr * move, v, rho * delta + rest * move * move


class Adadelta(Optimizer):
    """Steps scaled by the ratio of the mean squares of steps and gradients.

    References
    ----------
    Zeiler 2012, "ADADELTA: An Adaptive Learning Rate Method", arXiv:1212.5701.
    """

    def __init__(
        self,
        params: Params,
        lr: Operand = 1.0,
        rho: float = 0.9,
        eps: float = 1e-6,
        weight_decay: float = 0,
        foreach: bool | None = None,
        *,
        capturable: bool = False,
        maximize: bool = False,
        differentiable: bool = False,
    ) -> None:
        check_rate(lr)
        if not 0.0 <= rho <= 1.0:
            raise ValueError(f"Invalid rho value: {rho}; expected 0 to 1")
        check_at_least("epsilon value", eps)
        check_at_least("weight_decay value", weight_decay)
        check_flags("Adadelta", differentiable)
        defaults = {
            "lr": lr,
            "rho": rho,
            "eps": eps,
            "weight_decay": weight_decay,
            "maximize": maximize,
            "capturable": capturable,
            "foreach": foreach,
            "differentiable": differentiable,
        }
        super().__init__(params, defaults)

    def _rule(self, group, state):
        sign = -1.0 if group["maximize"] else 1.0
        rho = group["rho"]
        numbers = group["lr"], group["weight_decay"], sign, rho, 1 - rho, group["eps"]
        columns = {"square_avg": 0.0, "acc_delta": 0.0}
        return Rule(adadelta, columns, numbers, {"step": state.get("step", 0) + 1})


def rprop(param, prev, size, grad, sign, shrink, grow, low, high):
    """A step of its own size: longer while the gradient keeps its sign, shorter when it turns."""
    d = sign * grad
    agree = d * prev
    factor = grow if agree > 0.0 else (shrink if agree < 0.0 else 1.0)
    size = size * factor
    size = low if size < low else (high if size > high else size)
    d = 0.0 if agree < 0.0 else d
    move = size if d > 0.0 else (-size if d < 0.0 else 0.0)
    return param - move, d, size


class Rprop(Optimizer):
    """Resilient backpropagation: uses the signs of the gradients alone.

    Parameters
    ----------
    params : iterable
    lr : float
        The first step size.
    etas : (float, float)
        Factors that shorten and lengthen it.
    step_sizes : (float, float)
        Its limits.

    References
    ----------
    Riedmiller, Braun 1993, "A direct adaptive method for faster backpropagation learning".
    """

    def __init__(
        self,
        params: Params,
        lr: Operand = 1e-2,
        etas: tuple[float, float] = (0.5, 1.2),
        step_sizes: tuple[float, float] = (1e-6, 50),
        *,
        capturable: bool = False,
        foreach: bool | None = None,
        maximize: bool = False,
        differentiable: bool = False,
    ) -> None:
        check_rate(lr)
        if not 0.0 < etas[0] < 1.0 < etas[1]:
            raise ValueError(f"Invalid eta values: {etas[0]}, {etas[1]}; expected 0 < a < 1 < b")
        check_flags("Rprop", differentiable)
        defaults = {
            "lr": lr,
            "etas": etas,
            "step_sizes": step_sizes,
            "foreach": foreach,
            "maximize": maximize,
            "differentiable": differentiable,
            "capturable": capturable,
        }
        super().__init__(params, defaults)

    def _rule(self, group, state):
        sign = -1.0 if group["maximize"] else 1.0
        columns = {"prev": 0.0, "step_size": group["lr"]}
        numbers = sign, *group["etas"], *group["step_sizes"]
        return Rule(rprop, columns, numbers, {"step": state.get("step", 0) + 1})
