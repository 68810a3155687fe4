"""Schedulers that cycle rate and momentum against each other."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from ._scheduler import LRScheduler, check_optimizer, per_group, set_rate
from .optimizer import Optimizer


def _set_momentum(group, momentum):
    if "betas" in group:
        group["betas"] = (momentum, *group["betas"][1:])
    else:
        group["momentum"] = momentum


def _check_cycled(optimizer):
    if not {"momentum", "betas"} & set(optimizer.defaults):
        raise ValueError(
            "optimizer must support momentum or beta1 with `cycle_momentum` option enabled; got "
            f"{type(optimizer).__name__}; try cycle_momentum=False"
        )


def _cosine(start, end, share):
    return end + (start - end) / 2.0 * (math.cos(math.pi * share) + 1)


def _line(start, end, share):
    return start + (end - start) * share


def _count_steps(total_steps, epochs, steps_per_epoch):
    """The length of a cycle, from one of its two descriptions."""
    if total_steps is not None:
        if total_steps <= 0 or not isinstance(total_steps, int):
            raise ValueError(f"Expected positive integer total_steps, but got {total_steps}")
        return total_steps
    if epochs is None or steps_per_epoch is None:
        raise ValueError(
            "You must define either total_steps OR (epochs AND steps_per_epoch) for OneCycleLR"
        )
    for name, value in (("epochs", epochs), ("steps_per_epoch", steps_per_epoch)):
        if value <= 0 or not isinstance(value, int):
            raise ValueError(f"Expected positive integer {name}, but got {value}")
    return epochs * steps_per_epoch


class OneCycleLR(LRScheduler):
    """One rise to `max_lr` and a long fall, the momentum the other way round; step per batch.

    Parameters
    ----------
    optimizer : Optimizer
    max_lr : float, or one per group
    total_steps : int, optional
        Or `epochs` and `steps_per_epoch`.
    pct_start : float in [0, 1]
        The share of the rise.
    anneal_strategy : {"cos", "linear"}
    cycle_momentum : bool
    base_momentum, max_momentum : float, or one per group
    div_factor : float
        The first rate is max_lr / div_factor.
    final_div_factor : float
        The last one is the first / final_div_factor.
    three_phase : bool
        Fall back to the first rate as fast as it rose, then to the last.
    last_epoch : int

    References
    ----------
    Smith, Topin 2017, "Super-Convergence", arXiv:1708.07120.

    Examples
    --------
    >>> import tensorlite as tl
    >>> opt = tl.optim.SGD([tl.nn.Parameter(tl.zeros(1))], lr=0.1, momentum=0.9)
    >>> cycle = tl.optim.lr_scheduler.OneCycleLR(opt, max_lr=1.0, total_steps=10)
    >>> round(cycle.get_last_lr()[0], 6)
    0.04
    """

    def __init__(
        self,
        optimizer: Optimizer,
        max_lr: float | Sequence[float],
        total_steps: int | None = None,
        epochs: int | None = None,
        steps_per_epoch: int | None = None,
        pct_start: float = 0.3,
        anneal_strategy: str = "cos",
        cycle_momentum: bool = True,
        base_momentum: float | Sequence[float] = 0.85,
        max_momentum: float | Sequence[float] = 0.95,
        div_factor: float = 25.0,
        final_div_factor: float = 1e4,
        three_phase: bool = False,
        last_epoch: int = -1,
    ) -> None:
        check_optimizer(optimizer)
        if not 0 <= pct_start <= 1 or not isinstance(pct_start, float):
            raise ValueError(f"Expected float between 0 and 1 pct_start, but got {pct_start}")
        if anneal_strategy not in ("cos", "linear"):
            raise ValueError(
                f"anneal_strategy must be one of 'cos' or 'linear', instead got {anneal_strategy}"
            )
        if cycle_momentum:
            _check_cycled(optimizer)
        self.optimizer = optimizer
        self.total_steps = _count_steps(total_steps, epochs, steps_per_epoch)
        self._phases = _phases(self.total_steps, pct_start, three_phase)
        self._anneal_func_type = anneal_strategy
        self.cycle_momentum = cycle_momentum
        self.use_beta1 = "betas" in optimizer.defaults
        if last_epoch == -1:
            for group, top in zip(
                optimizer.param_groups, per_group("max_lr", optimizer, max_lr), strict=True
            ):
                group["initial_lr"] = top / div_factor
                group["max_lr"] = top
                group["min_lr"] = group["initial_lr"] / final_div_factor
            if cycle_momentum:
                self._start_momentum(base_momentum, max_momentum)
        super().__init__(optimizer, last_epoch)

    def _start_momentum(self, low, high):
        lows = per_group("base_momentum", self.optimizer, low)
        highs = per_group("max_momentum", self.optimizer, high)
        for group, a, b in zip(self.optimizer.param_groups, lows, highs, strict=True):
            _set_momentum(group, b)
            group["max_momentum"], group["base_momentum"] = b, a

    def get_lr(self) -> list[float]:
        """The rates at `last_epoch`; sets the momenta."""
        if len(self.optimizer.param_groups) != len(self.base_lrs):
            self._refuse_late_groups()
        step = self.last_epoch
        if step > self.total_steps:
            raise ValueError(
                f"Tried to step {step} times. The specified number of total steps is "
                f"{self.total_steps}"
            )
        start = 0.0
        for phase in self._phases:
            if step <= phase["end"] or phase is self._phases[-1]:
                break
            start = phase["end"]
        share = (step - start) / (phase["end"] - start)
        anneal = _cosine if self._anneal_func_type == "cos" else _line
        rates = []
        for group in self.optimizer.param_groups:
            a, b = phase["lr"]
            rates.append(anneal(group[a], group[b], share))
            if self.cycle_momentum:
                a, b = phase["momentum"]
                _set_momentum(group, anneal(group[a], group[b], share))
        return rates


def _phases(total, share, three):
    """Where each phase ends, and the names of what it goes from and to."""
    up = {"lr": ("initial_lr", "max_lr"), "momentum": ("max_momentum", "base_momentum")}
    ends = {"lr": ("max_lr", "min_lr"), "momentum": ("base_momentum", "max_momentum")}
    rise = float(share * total) - 1
    if not three:
        return [{"end": rise, **up}, {"end": total - 1, **ends}]
    back = {"lr": ("max_lr", "initial_lr"), "momentum": ("base_momentum", "max_momentum")}
    last = {"lr": ("initial_lr", "min_lr"), "momentum": ("max_momentum", "max_momentum")}
    return [
        {"end": rise, **up},
        {"end": float(2 * share * total) - 2, **back},
        {"end": total - 1, **last},
    ]


class CyclicLR(LRScheduler):
    """The rate goes up and down between two bounds, the momentum the other way; step per batch.

    Parameters
    ----------
    optimizer : Optimizer
    base_lr, max_lr : float, or one per group
    step_size_up, step_size_down : int
        Steps of the rising and of the falling half.
    mode : {"triangular", "triangular2", "exp_range"}
        A constant height, one halved every cycle, or one times gamma every step.
    gamma : float
    scale_fn : callable, optional
        The height instead of `mode`, of the cycle or of the iteration by `scale_mode`.
    scale_mode : {"cycle", "iterations"}
    cycle_momentum : bool
    base_momentum, max_momentum : float, or one per group
    last_epoch : int

    References
    ----------
    Smith 2015, "Cyclical Learning Rates for Training Neural Networks", arXiv:1506.01186.
    """

    _unsaved = ("optimizer", "_scale_fn_custom")

    def __init__(
        self,
        optimizer: Optimizer,
        base_lr: float | Sequence[float],
        max_lr: float | Sequence[float],
        step_size_up: int = 2000,
        step_size_down: int | None = None,
        mode: str = "triangular",
        gamma: float = 1.0,
        scale_fn: Callable[[float], float] | None = None,
        scale_mode: str = "cycle",
        cycle_momentum: bool = True,
        base_momentum: float | Sequence[float] = 0.8,
        max_momentum: float | Sequence[float] = 0.9,
        last_epoch: int = -1,
    ) -> None:
        check_optimizer(optimizer)
        self.optimizer = optimizer
        bases = per_group("base_lr", optimizer, base_lr)
        self.max_lrs = per_group("max_lr", optimizer, max_lr)
        down = step_size_up if step_size_down is None else step_size_down
        self.total_size = float(step_size_up) + float(down)
        self.step_ratio = float(step_size_up) / self.total_size
        if mode not in ("triangular", "triangular2", "exp_range") and scale_fn is None:
            raise ValueError("mode is invalid and scale_fn is None")
        self.mode, self.gamma, self._scale_fn_custom = mode, gamma, scale_fn
        self.scale_mode = scale_mode
        if scale_fn is None:
            self.scale_mode = "iterations" if mode == "exp_range" else "cycle"
        self.cycle_momentum = cycle_momentum
        if cycle_momentum:
            _check_cycled(optimizer)
            self.base_momentums = per_group("base_momentum", optimizer, base_momentum)
            self.max_momentums = per_group("max_momentum", optimizer, max_momentum)
        if last_epoch == -1:
            for group, base in zip(optimizer.param_groups, bases, strict=True):
                set_rate(group, base)
                group["initial_lr"] = base
        super().__init__(optimizer, last_epoch)
        self.base_lrs = bases

    def scale_fn(self, x: float) -> float:
        """The height of the cycle or iteration `x`."""
        if self._scale_fn_custom is not None:
            return self._scale_fn_custom(x)
        if self.mode == "triangular":
            return 1.0
        return 1 / 2.0 ** (x - 1) if self.mode == "triangular2" else self.gamma**x

    def get_lr(self) -> list[float]:
        """The rates at `last_epoch`; sets the momenta."""
        if len(self.optimizer.param_groups) != len(self.base_lrs):
            self._refuse_late_groups()
        cycle = math.floor(1 + self.last_epoch / self.total_size)
        x = 1.0 + self.last_epoch / self.total_size - cycle
        height = x / self.step_ratio if x <= self.step_ratio else (x - 1) / (self.step_ratio - 1)
        height *= self.scale_fn(cycle if self.scale_mode == "cycle" else self.last_epoch)
        if self.cycle_momentum:
            groups = self.optimizer.param_groups
            for group, a, b in zip(groups, self.base_momentums, self.max_momentums, strict=True):
                _set_momentum(group, b - (b - a) * height)
        return [a + (b - a) * height for a, b in zip(self.base_lrs, self.max_lrs, strict=True)]
