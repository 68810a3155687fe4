"""What a step is: a scalar rule with its state and numbers, also as an effect of a plan."""

from __future__ import annotations

import struct
from collections.abc import Callable
from typing import NamedTuple

from ..dispatch import unrecorded
from ..tensor import Tensor, structure


class Rule(NamedTuple):
    """A step: the scalar function of (param, *columns, grad, *numbers) that gives new values of the
    first of them; the state tensors by name, with what they are filled with at first; the numbers;
    what counts in the state afterwards; and the settings that the tensors of the rows depend on."""

    function: Callable
    columns: dict
    numbers: tuple
    counters: dict = {}  # noqa: RUF012  never changed
    fixed: tuple = ()


def settings(group):
    """A group whose rate is a number, should it be a Tensor."""
    rate = group.get("lr")
    return {**group, "lr": number_of(rate)} if isinstance(rate, Tensor) else group


def number_of(rate):
    """A rate that is a number or a Tensor of one element."""
    if not isinstance(rate, Tensor):
        return rate
    with unrecorded():
        return rate.item()


NOTHING: dict = {}  # the state of a parameter that has none, never changed
_set = dict.__setitem__  # of an Entry: a count is no change that plans have to see


class Step:
    """What a plan does before it repeats a recorded step: count it, and renew its numbers."""

    refusal = "the optimizer's rule, groups or state"
    __slots__ = (
        *("before", "columns", "first", "fixed", "function", "group", "groups", "held", "hooks"),
        *("ids", "lead", "make", "numbers", "optimizer", "pack", "params", "seen", "state"),
        "states",
    )

    def __init__(self, optimizer, make, group, lead, states, rule, numbers, fresh):
        self.optimizer, self.group, self.states = optimizer, group, states
        self.lead, self.first = lead, optimizer.state.get(lead, NOTHING)
        self.make, self.fixed = make, rule.fixed
        self.function, self.numbers, self.state = rule.function, numbers, optimizer.state
        self.groups, self.params = optimizer.param_groups, group["params"]
        self.held = [*self.groups, *self.params]  # no id is used again
        self.ids = list(map(id, self.held))
        self.before = {name: self.first.get(name) for name in rule.counters}
        self.before.update(dict.fromkeys(fresh))
        self.pack = struct.Struct(f"{len(rule.numbers)}d").pack_into
        self.columns = [(s, n, s[n]) for s in states for n in rule.columns]
        self.hooks = optimizer._step_hooks()
        self.seen = None  # how many changes there were when all was looked at

    def apply(self):
        """Take the step's numbers; False if another rule is due."""
        optimizer, group, first = self.optimizer, self.group, self.first
        if self.seen != structure.changes and not self._holds():
            return False
        if optimizer.param_groups is not self.groups or group["params"] is not self.params:
            return False
        function, _, numbers, counters, fixed = self.make(settings(group), first)
        if function is not self.function or fixed != self.fixed:
            return False
        for name in counters:  # another plan may have stepped some of them
            age = first.get(name)
            for state in self.states:
                if state.get(name) != age:
                    return False
        self.pack(self.numbers, 0, *numbers)  # a third of the time of numbers[:] = ...
        self.before = before = {}
        for name, count in counters.items():
            before[name] = first.get(name)
            for state in self.states:
                _set(state, name, count)
        return True

    def _holds(self):
        """Whether groups and state are those that were recorded, with their tensors."""
        state = self.state
        if [*map(id, self.groups), *map(id, self.params)] != self.ids:
            return False
        known = set(map(id, state.values()))
        if self.optimizer.state is not state or state.get(self.lead, NOTHING) is not self.first:
            return False
        if not all(id(s) in known for s in self.states):
            return False
        if not all(s.get(name) is x for s, name, x in self.columns):
            return False
        if self.hooks != self.optimizer._step_hooks():
            return False
        self.seen = structure.changes
        return True

    def changes(self):
        """The dicts that it writes."""
        return self.states

    def undo(self):
        """Take the counting back, and at first the state that recording has made."""
        for state in self.states:
            for name, value in self.before.items():
                if value is None:
                    del state[name]
                else:
                    _set(state, name, value)


def check_at_least(name, value, low=0.0):
    """Raise PyTorch's error unless `value` is at least `low` (NaN is not)."""
    if not value >= low:
        raise ValueError(f"Invalid {name}: {value}; expected at least {low:g}")


def check_rate(rate):
    """At least 0, and one number."""
    if isinstance(rate, Tensor) and rate.numel() != 1:
        raise ValueError(f"Tensor lr must be 1-element; got shape {tuple(rate.shape)}")
    check_at_least("learning rate", rate)


def check_betas(betas):
    """Both in [0, 1), both numbers or both Tensors; as numbers."""
    if len({isinstance(beta, Tensor) for beta in betas}) > 1:
        raise ValueError("betas must be either both floats or both Tensors")
    for i, beta in enumerate(betas):
        if not 0.0 <= beta < 1.0:
            raise ValueError(f"Invalid beta parameter at index {i}: {beta}; expected 0 <= beta < 1")
    return betas if not isinstance(betas[0], Tensor) else tuple(map(number_of, betas))


def refuse_complex(op, params):
    """Raise PyTorch's error if a parameter is complex."""
    if any(p.is_complex() for p in params):
        raise RuntimeError(f"{op} does not support complex parameters; try two real ones")


def check_flags(op, differentiable, foreach=None, fused=None):
    """`foreach`, `fused` and `capturable` are always so here, but for differentiable steps."""
    if fused and differentiable:
        raise RuntimeError(f"{op}: `fused` does not support `differentiable`; try one")
    if fused and foreach:
        raise RuntimeError(f"{op}: `fused` and `foreach` cannot be `True` together; try one")
