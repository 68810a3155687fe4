"""The base of the learning-rate schedulers."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from typing import Any

from ..dispatch import unrecorded
from ..graph import warn
from ..kernels import interpreters
from ..tensor import Tensor
from ._rules import number_of
from .optimizer import Optimizer


def replayed(step):
    """Let a plan that is being traced repeat a scheduler's step at each call."""

    @functools.wraps(step)
    def recorded(self, *args, **kwargs):
        recorder = interpreters.current()
        if recorder is None or not recorder.active:
            return step(self, *args, **kwargs)
        for x in (*args, *kwargs.values()):
            if isinstance(x, Tensor):
                recorder.host_access(x)
        effect = _Epoch(self, step, args, kwargs)
        with unrecorded():  # steps of schedulers that this one is made of are part of it
            effect.apply()
        recorder.effect(effect)
        return None

    recorded.replayed = True
    return recorded


def hands_out(name):
    """Mark a method that gives an attribute, which a plan reads when its steps are done."""

    def marked(method):
        method.hands_out = name
        return method

    return marked


class _Epoch:
    """What a plan does where a recorded function steps a scheduler."""

    __slots__ = ("args", "before", "kwargs", "rates", "scheduler", "step")

    def __init__(self, scheduler, step, args, kwargs):
        self.scheduler, self.step, self.args, self.kwargs = scheduler, step, args, kwargs
        self.before, self.rates = [], []

    def apply(self):
        """Take the step; always possible, or it raises and changes nothing."""
        groups = self.scheduler.optimizer.param_groups
        self.rates = [(group, rate_of(group)) for group in groups]
        self.before = [(state, dict(state)) for state in _states(self.scheduler)]
        try:
            self.step(self.scheduler, *self.args, **self.kwargs)
        except BaseException:
            self.undo()
            raise
        return True

    def changes(self):
        """The scheduler, and the dicts that it writes."""
        return [self.scheduler, *_states(self.scheduler)]

    def undo(self):
        """Put schedulers and groups back."""
        for state, before in self.before:
            state.clear()
            state.update(before)
        for group, rate in self.rates:
            set_rate(group, rate)


def _states(scheduler):
    """The dicts that a step may change."""
    inner = [state for s in getattr(scheduler, "_schedulers", ()) for state in _states(s)]
    return [scheduler.__dict__, *scheduler.optimizer.param_groups, *inner]


def rate_of(group):
    """The rate of a group, a number."""
    return number_of(group["lr"])


def set_rate(group, rate):
    """Write a rate into a group: into its Tensor, if it is one."""
    if isinstance(group["lr"], Tensor):
        with unrecorded():
            group["lr"].fill_(float(rate))
    else:
        group["lr"] = rate


def check_optimizer(optimizer):
    """Raise unless it is an Optimizer."""
    if not isinstance(optimizer, Optimizer):
        raise TypeError(f"{type(optimizer).__name__} is not an Optimizer")


def warn_of_epoch():
    """Say that a scheduler counts by itself."""
    warn(
        "The epoch parameter in `scheduler.step()` was not necessary and is being deprecated where "
        "possible; try `scheduler.step()`"
    )


class LRScheduler:
    """Base of the schedulers: counts epochs and writes the rates into the groups.

    A subclass writes ``next_rate(lr, base)``, the rate of one group at `last_epoch`, and where
    there is one ``closed_rate(base)``, the same from the first rate alone.

    Parameters
    ----------
    optimizer : Optimizer
    last_epoch : int
        -1 to start; the last epoch done, to resume.

    Attributes
    ----------
    base_lrs : list of float
        The rate of each group at the start.
    last_epoch : int

    Raises
    ------
    TypeError
        If `optimizer` is none.
    KeyError
        If a resumed optimizer's groups lack "initial_lr".
    """

    closed_rate: Callable[[Any], Any] | None = None
    _unsaved: tuple[str, ...] = ("optimizer",)

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if "step" in cls.__dict__:
            cls.step = replayed(cls.step)

    def __init__(self, optimizer: Optimizer, last_epoch: int = -1) -> None:
        check_optimizer(optimizer)
        self.optimizer = optimizer
        for i, group in enumerate(optimizer.param_groups):
            if last_epoch == -1:
                group.setdefault("initial_lr", rate_of(group))
            elif "initial_lr" not in group:
                raise KeyError(
                    f"param 'initial_lr' is not specified in param_groups[{i}] when resuming an "
                    "optimizer; try last_epoch=-1"
                )
        self.base_lrs = [group["initial_lr"] for group in optimizer.param_groups]
        self.last_epoch = last_epoch
        self._initial_step()

    def _initial_step(self):
        self._step_count = 0
        self._is_initial = True
        self.step()
        self._is_initial = False

    def next_rate(self, lr: float, base: float) -> float:
        """The rate at `last_epoch` of a group whose rate is `lr` and was `base` at the start."""
        raise NotImplementedError(f"{type(self).__name__}: expected next_rate or get_lr")

    def get_lr(self) -> list[float]:
        """The rates of all groups at `last_epoch`."""
        groups = self.optimizer.param_groups
        bases = (*self.base_lrs, *[None] * (len(groups) - len(self.base_lrs)))
        return [self.next_rate(rate_of(g), b) for g, b in zip(groups, bases, strict=True)]

    def known(self, base: float) -> float:
        """The first rate of a group: one that was added later has none."""
        if base is None:
            self._refuse_late_groups()
        return base

    def _refuse_late_groups(self):
        raise ValueError(
            f"{type(self).__name__}: expected {len(self.base_lrs)} groups, as when the scheduler "
            f"was made; got {len(self.optimizer.param_groups)}, and a first rate is needed; try a "
            "new scheduler after add_param_group()"
        )

    @hands_out("_last_lr")
    def get_last_lr(self) -> list[float]:
        """The rates that the last step set."""
        return self._last_lr

    @replayed
    def step(self, epoch: float | None = None) -> None:
        """Go to the next epoch, or to `epoch`."""
        if self._step_count == 1:
            self._look_for_steps()
        self._step_count += 1
        if epoch is not None:
            warn_of_epoch()
        self._go(epoch)

    def _look_for_steps(self):
        """Warn where the optimizer seems not to have made a step yet."""
        if "step" in vars(self.optimizer):
            warn(
                "Seems like `optimizer.step()` has been overridden: whether it comes before "
                "`lr_scheduler.step()`, as it should, cannot be seen; try a subclass, or "
                "register_step_post_hook()"
            )
        elif not self.optimizer._was_stepped:
            warn(
                "Detected call of `lr_scheduler.step()` before `optimizer.step()`; the first rate "
                "is skipped; try optimizer.step() first",
            )

    def _go(self, epoch):
        self.last_epoch = self.last_epoch + 1 if epoch is None else epoch
        if epoch is not None and self.closed_rate is not None:
            rates = [self.closed_rate(base) for base in self.base_lrs]
        else:
            rates = self.get_lr()
        self._set(rates)

    def _set(self, rates):
        if len(rates) != len(self.optimizer.param_groups):
            self._refuse_late_groups()
        for group, rate in zip(self.optimizer.param_groups, rates, strict=True):
            set_rate(group, rate)
        self._last_lr = rates

    def state_dict(self) -> dict[str, Any]:
        """Everything but the optimizer, as a dict."""
        return {k: v for k, v in self.__dict__.items() if k not in self._unsaved}

    def load_state_dict(self, state_dict: Mapping[str, Any]) -> None:
        """Take what `state_dict` gave."""
        self.__dict__.update(state_dict)


def per_group(name, optimizer, value):
    """A list with one entry per group: numbers, which a Tensor that changes later leaves alone."""
    count = len(optimizer.param_groups)
    if not isinstance(value, list | tuple):
        return [number_of(value)] * count
    if len(value) != count:
        raise ValueError(f"Expected {count} values for {name}, but got {len(value)}")
    return [number_of(each) for each in value]
