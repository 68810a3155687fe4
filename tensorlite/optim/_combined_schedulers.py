"""Schedulers made of others, and the one that listens to a metric."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Any, SupportsFloat

from ._scheduler import LRScheduler, check_optimizer, per_group, rate_of, set_rate, warn_of_epoch
from .optimizer import Optimizer


class SequentialLR(LRScheduler):
    """Schedulers one after the other, each from its milestone on.

    Parameters
    ----------
    optimizer : Optimizer
    schedulers : list of LRScheduler
    milestones : list of int
        One fewer than the schedulers: the epochs at which the next one takes over.
    last_epoch : int
    """

    def __init__(
        self,
        optimizer: Optimizer,
        schedulers: Sequence[LRScheduler],
        milestones: Sequence[int],
        last_epoch: int = -1,
    ) -> None:
        check_optimizer(optimizer)
        if len(schedulers) < 1:
            raise ValueError(
                f"{type(self).__name__} expects at least one scheduler to be chained, but got none"
            )
        for i, scheduler in enumerate(schedulers):
            _check_member(self, optimizer, scheduler, i)
        if len(milestones) != len(schedulers) - 1:
            raise ValueError(
                "Sequential Schedulers expects number of schedulers provided to be one more than "
                f"the number of milestone points, but got number of schedulers {len(schedulers)} "
                f"and the number of milestones to be equal to {len(milestones)}"
            )
        self.optimizer = optimizer
        self._schedulers, self._milestones = list(schedulers), list(milestones)
        self.last_epoch = last_epoch + 1
        for group in optimizer.param_groups:
            set_rate(group, group["initial_lr"])
        for scheduler in self._schedulers:
            _undo(scheduler)
        self._schedulers[0]._initial_step()
        self._last_lr = self._schedulers[0].get_last_lr()

    def step(self) -> None:
        """Go to the next epoch; at a milestone the next scheduler starts from its epoch 0."""
        self.last_epoch += 1
        place = bisect_right(self._milestones, self.last_epoch)
        scheduler = self._schedulers[place]
        if place > 0 and self._milestones[place - 1] == self.last_epoch:
            scheduler._go(0)
        else:
            scheduler.step()
        self._last_lr = scheduler.get_last_lr()

    def state_dict(self) -> dict[str, Any]:
        """Everything but the optimizer, the schedulers by their own states."""
        return _pack(self)

    def load_state_dict(self, state_dict: Mapping[str, Any]) -> None:
        """Take what `state_dict` gave."""
        _unpack(self, state_dict)


def _undo(scheduler):
    """Take back the step that making a scheduler has done."""
    for inner in getattr(scheduler, "_schedulers", ()):
        _undo(inner)
    if hasattr(scheduler, "last_epoch"):
        scheduler.last_epoch -= 1


def _check_member(owner, optimizer, scheduler, place):
    if not hasattr(scheduler, "optimizer"):
        raise TypeError(
            f"{type(owner).__name__} at index {place} should have `optimizer` as its attribute; "
            f"got {type(scheduler).__name__}"
        )
    if isinstance(scheduler, ReduceLROnPlateau):
        raise ValueError(
            f"{type(owner).__name__} does not support `ReduceLROnPlateau` scheduler as it requires "
            "additional kwargs to be specified when calling `step`"
        )
    if scheduler.optimizer is not optimizer:
        raise ValueError(
            f"{type(owner).__name__} expects all schedulers to belong to the same optimizer, but "
            f"got scheduler {type(scheduler).__name__} at index {place} has another"
        )


def _pack(combined):
    state = LRScheduler.state_dict(combined)
    return {**state, "_schedulers": [s.state_dict() for s in combined._schedulers]}


def _unpack(combined, state_dict):
    state = dict(state_dict)
    parts = state.pop("_schedulers")
    if len(parts) != len(combined._schedulers):
        raise ValueError(
            f"load_state_dict: expected {len(combined._schedulers)} schedulers; got {len(parts)}"
        )
    for scheduler, part in zip(combined._schedulers, parts, strict=True):
        scheduler.load_state_dict(part)
    combined.__dict__.update(state)


class ChainedScheduler(LRScheduler):
    """Schedulers that all act at every step.

    Parameters
    ----------
    schedulers : sequence of LRScheduler
    optimizer : Optimizer, optional
        Default: the first scheduler's.
    """

    optimizer: Optimizer

    def __init__(
        self, schedulers: Sequence[LRScheduler], optimizer: Optimizer | None = None
    ) -> None:
        if len(schedulers) < 1:
            raise ValueError(
                f"{type(self).__name__} expects at least one scheduler to be chained, but got none"
            )
        optimizer = schedulers[0].optimizer if optimizer is None else optimizer
        for i, scheduler in enumerate(schedulers):
            _check_member(self, optimizer, scheduler, i)
        self._schedulers, self.optimizer = list(schedulers), optimizer
        self._last_lr = [rate_of(group) for group in optimizer.param_groups]

    def step(self) -> None:
        """One step of each."""
        for scheduler in self._schedulers:
            scheduler.step()
        self._last_lr = [rate_of(group) for group in self.optimizer.param_groups]

    def state_dict(self) -> dict[str, Any]:
        """Everything but the optimizer, the schedulers by their own states."""
        return _pack(self)

    def load_state_dict(self, state_dict: Mapping[str, Any]) -> None:
        """Take what `state_dict` gave."""
        _unpack(self, state_dict)


class ReduceLROnPlateau(LRScheduler):
    """The rate times `factor` when a metric has not improved for `patience` epochs.

    Parameters
    ----------
    optimizer : Optimizer
    mode : {"min", "max"}
        Whether less or more is better.
    factor : float below 1
    patience : int
    threshold : float
    threshold_mode : {"rel", "abs"}
        How much better counts: by a share of the best, or by an amount.
    cooldown : int
        Epochs of rest after a change.
    min_lr : float, or one per group
    eps : float
        A smaller change is not made.

    Examples
    --------
    >>> import tensorlite as tl
    >>> opt = tl.optim.SGD([tl.nn.Parameter(tl.zeros(1))], lr=1.0)
    >>> scheduler = tl.optim.lr_scheduler.ReduceLROnPlateau(opt, factor=0.5, patience=1)
    >>> for loss in (3.0, 3.0, 3.0):
    ...     scheduler.step(loss)
    >>> scheduler.get_last_lr()
    [0.5]
    """

    def __init__(
        self,
        optimizer: Optimizer,
        mode: str = "min",
        factor: float = 0.1,
        patience: int = 10,
        threshold: float = 1e-4,
        threshold_mode: str = "rel",
        cooldown: int = 0,
        min_lr: float | Sequence[float] = 0,
        eps: float = 1e-8,
    ) -> None:
        if factor >= 1.0:
            raise ValueError("Factor should be < 1.0.")
        check_optimizer(optimizer)
        if mode not in ("min", "max"):
            raise ValueError(f"mode {mode} is unknown!")
        if threshold_mode not in ("rel", "abs"):
            raise ValueError(f"threshold mode {threshold_mode} is unknown!")
        groups = optimizer.param_groups
        if isinstance(min_lr, list | tuple) and len(min_lr) != len(groups):
            raise ValueError(f"expected {len(groups)} min_lrs, got {len(min_lr)}")
        self.optimizer, self.factor, self.patience = optimizer, factor, patience
        self.each_min_lr = isinstance(min_lr, list | tuple)
        self.min_lrs = per_group("min_lr", optimizer, min_lr)
        self.mode, self.threshold, self.threshold_mode = mode, threshold, threshold_mode
        self.cooldown, self.eps, self.last_epoch = cooldown, eps, 0
        self._last_lr = [rate_of(group) for group in groups]
        self.best = math.inf if mode == "min" else -math.inf
        self.cooldown_counter = self.num_bad_epochs = 0

    @property
    def in_cooldown(self) -> bool:
        """Whether it rests."""
        return self.cooldown_counter > 0

    def _is_better(self, value):
        margin = self.threshold * (self.best if self.threshold_mode == "rel" else 1.0)
        if math.isinf(self.best):
            return value < self.best if self.mode == "min" else value > self.best
        if self.mode == "min":
            return value < self.best - margin
        return value > self.best + margin

    def step(self, metrics: SupportsFloat, epoch: int | None = None) -> None:
        """Take the metric of an epoch."""
        value = float(metrics)
        if epoch is not None:
            warn_of_epoch()
        self.last_epoch = self.last_epoch + 1 if epoch is None else epoch
        if self._is_better(value):
            self.best, self.num_bad_epochs = value, 0
        else:
            self.num_bad_epochs += 1
        if self.in_cooldown:
            self.cooldown_counter -= 1
            self.num_bad_epochs = 0
        if self.num_bad_epochs > self.patience:
            self._reduce()
            self.cooldown_counter, self.num_bad_epochs = self.cooldown, 0
        self._last_lr = [rate_of(group) for group in self.optimizer.param_groups]

    def _reduce(self):
        groups = self.optimizer.param_groups
        if len(self.min_lrs) < len(groups):  # groups were added
            if self.each_min_lr:
                raise RuntimeError(
                    f"ReduceLROnPlateau: expected {len(groups)} min_lrs, one for each group; got "
                    f"{len(self.min_lrs)}; try one min_lr for all"
                )
            self.min_lrs = self.min_lrs[:1] * len(groups)
        for group, low in zip(groups, self.min_lrs, strict=True):
            before = rate_of(group)
            rate = max(before * self.factor, low)
            if before - rate > self.eps:
                set_rate(group, rate)
