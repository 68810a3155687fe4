"""Optimizer: parameter groups, state, saving and loading, hooks; and how a rule is run."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar, overload

import numpy as np

import tensorlite as tl

from ..annotations import Params
from ..counted import Entries, Entry, Listed
from ..dispatch import unrecorded
from ..errors import expected
from ..kernels import interpreters
from ..ops import foreach
from ..tensor import Tensor, structure
from ..writing import check_memory
from . import _recorded
from ._groups import check_params, iterated, named_params, required
from ._hooks import Hooked, register_optimizer_step_post_hook, register_optimizer_step_pre_hook
from ._rules import NOTHING, Step, settings

T = TypeVar("T")

__all__ = [
    "Optimizer",
    "register_optimizer_step_post_hook",
    "register_optimizer_step_pre_hook",
    "required",
]

# what programs annotate the parameters of an optimizer with
ParamsT = Iterable[Tensor] | Iterable[dict[str, Any]] | Iterable[tuple[str, Tensor]]


class Optimizer(Hooked):
    """Base of all optimizers.

    A subclass names its defaults and writes ``_rule(group, state)``, which answers the `Rule` of a
    step: one scalar function, run by one native call for all parameters of a group.

    Parameters
    ----------
    params : iterable of Tensor, of (name, Tensor) pairs, or of dict
        A dict is a group: its "params", and settings that replace the defaults.
    defaults : dict
        The settings of groups that do not give their own.

    Attributes
    ----------
    param_groups : list of dict
    state : dict of Tensor to dict
        What the rule remembers of each parameter.

    Raises
    ------
    TypeError, ValueError
        If the parameters are not leaf Tensors, are empty, or stand in two groups.
    """

    # State entries that count rather than hold an array: tensors () in a state_dict.
    _counters: tuple[str, ...] = ("step",)

    def __init__(self, params: Params, defaults: Mapping[str, Any]) -> None:
        if isinstance(params, Tensor):
            raise TypeError(
                "params argument given to the optimizer should be an iterable of Tensors or dicts, "
                f"but got {type(params).__name__}; try [tensor]"
            )
        self.defaults = defaults
        self.state = Entries()
        self.param_groups = Listed()
        groups = list(iterated(params, type(self).__name__))
        if not groups:
            raise ValueError(
                "optimizer got an empty parameter list; a generator can be used only once: try "
                "list(model.parameters())"
            )
        if not isinstance(groups[0], dict):
            groups = [{"params": groups}]
        for group in groups:
            self.add_param_group(group)

    # groups

    def add_param_group(self, param_group: Mapping[str, Any]) -> None:
        """Add a group of parameters, as when layers are unfrozen.

        Parameters
        ----------
        param_group : dict
            "params", and settings that replace the defaults.
        """
        if not isinstance(param_group, dict):
            raise TypeError(f"param_group must be a dict, but got {type(param_group).__name__}")
        group = dict(param_group)
        params, names = named_params(group["params"])
        group["params"] = Listed(params)
        if self.param_groups and bool(names) != ("param_names" in self.param_groups[0]):
            raise ValueError(
                "all optimizer param groups should be with/without names. cannot add param group "
                f"{'with' if names else 'without'} names to the optimizer"
            )
        if names:
            group["param_names"] = names
        for name, default in self.defaults.items():
            if default is required and name not in group:
                raise ValueError(
                    "parameter group didn't specify a value of required optimization parameter "
                    f"{name}"
                )
            group.setdefault(name, default)
        structure.changes += 1
        taken = {id(p) for g in self.param_groups for p in g["params"]}
        check_params(group["params"], taken, self._is_differentiable)
        self.param_groups.append(group)

    def zero_grad(self, set_to_none: bool = True) -> None:
        """Drop all gradients, or set them to zero."""
        params = [p for group in self.param_groups for p in group["params"]]
        if not set_to_none:
            check_memory("zero_grad", *[p.grad for p in params if p.grad is not None])
        for param in params:
            if set_to_none:
                param.grad = None
            elif param.grad is not None:
                param.grad = param.grad.detach().zero_()

    # the step

    @overload
    def step(self, closure: None = None) -> None: ...
    @overload
    def step(self, closure: Callable[[], T]) -> T: ...
    def step(self, closure: Callable[[], Any] | None = None) -> Any:
        """Update all parameters that have a gradient.

        Parameters
        ----------
        closure : callable, optional
            Computes the loss and its gradients again.

        Returns
        -------
        What the closure returned, or None.

        Raises
        ------
        RuntimeError
            If a parameter lies in read-only memory; nothing is written then.
        """
        self._was_stepped, inside = True, self._is_stepping
        args = () if closure is None else (closure,)
        if not inside:
            args, named = self._before_step(args, {})
            closure = named.get("closure", *args[:1] or (None,))
        loss = None
        if closure is not None:
            if not callable(closure):
                name, got = f"{type(self).__name__}.step", type(closure).__name__
                remedy = "loss.backward() before step()"
                raise TypeError(expected(name, "closure to be a function", got, remedy))
            with tl.enable_grad():
                loss = closure()
        with tl.set_grad_enabled(self._is_differentiable):
            groups = []
            for group in self.param_groups:
                pairs = [(p, p.grad) for p in group["params"]]
                pairs = [pair for pair in pairs if pair[1] is not None]
                if pairs:
                    groups.append((group, *map(list, zip(*pairs, strict=True))))
            for _, params, _ in groups:
                check_memory(f"{type(self).__name__}.step", *params)
                if len(groups) > 1:
                    self._check_state(params)
            for group, params, grads in groups:
                self._update_group(group, params, grads)
        if not inside:
            self._after_step(args, {})
        return loss

    @property
    def _is_differentiable(self):
        """Whether steps are recorded, as ops."""
        return bool(self.defaults.get("differentiable"))

    def _rule(self, group, state):
        """The Rule of the next step of parameters with this state."""
        raise NotImplementedError(f"{type(self).__name__}: expected _rule; got none")

    def _age(self, state):
        """What decides which parameters share a Rule: how many steps they have taken."""
        return state.get("step", 0)

    def _update_group(self, group, params, grads):
        known = self.state.get
        ages = [self._age(known(param, NOTHING)) for param in params]
        if ages.count(ages[0]) < len(ages):
            self._check_state(params)
        for age in dict.fromkeys(ages):
            ps, gs = params, grads
            if ages.count(age) < len(ages):
                ps, gs = ([x for x, own in zip(xs, ages, strict=True) if own == age]
                          for xs in (params, grads))  # fmt: skip
            self._run(self._rule, group, ps, ps, gs)

    def _run(self, make, group, params, firsts, lasts):
        """Run the Rule that ``make(group, state)`` gives over rows of these tensors and state."""
        recorded = self._is_differentiable
        rule = make(group if recorded else settings(group), self.state.get(params[0], NOTHING))
        states = [self.state[p] for p in params] if rule.columns or rule.counters else []
        fresh = [name for name in rule.columns if states[0].get(name) is None]
        columns = [self._column(params, name, fill) for name, fill in rule.columns.items()]
        recorder = interpreters.current()
        if recorded:
            _recorded.update(rule.function, [firsts, *columns, lasts], rule.numbers)
        else:
            numbers = np.array(rule.numbers, np.float64)
            foreach.update(rule.function, [firsts, *columns, lasts], numbers)
        if recorder is not None:
            recorder.effect(Step(self, make, group, params[0], states, rule, numbers, fresh))
        if rule.counters:
            structure.changes += 1
            for state in states:
                dict.update(state, rule.counters)

    def _check_state(self, params):
        """Refuse state in read-only memory, before the first of several updates is run."""
        states = [self.state[param].values() for param in params if param in self.state]
        tensors = [x for values in states for x in values if isinstance(x, tl.Tensor)]
        check_memory(f"{type(self).__name__}.step", *tensors)

    def _column(self, params, name, fill=0.0):
        """The state tensors `name`, one per parameter; new ones are filled with a number."""
        column = []
        for param in params:
            state = self.state[param]
            if state.get(name) is None:
                each: Any = complex(fill, fill) if param.is_complex() else fill  # two alike
                with unrecorded():
                    state[name] = tl.full_like(param, each, requires_grad=False)
            column.append(state[name])
        return column

    # saving

    def state_dict(self) -> dict[str, Any]:
        """Groups and state with parameters as numbers, in PyTorch's form.

        Returns
        -------
        dict
            "state": dict of parameter number to dict; "param_groups": list of dict.
        """
        for hook in list(self._optimizer_state_dict_pre_hooks.values()):
            hook(self)
        numbers = {}
        for group in self.param_groups:
            for param in group["params"]:
                numbers.setdefault(id(param), len(numbers))
        groups = [
            {
                **{k: v for k, v in group.items() if k != "params"},
                "params": [numbers[id(p)] for p in group["params"]],
            }
            for group in self.param_groups
        ]
        state = {numbers.get(id(p), p): self._packed(entry) for p, entry in self.state.items()}
        return self._through("state_dict_post", {"state": state, "param_groups": groups})

    def _packed(self, entry):
        if not isinstance(entry, Mapping):  # what a user or a hook has put there
            return entry
        counts = {k for k in self._counters if k in entry and not isinstance(entry[k], Tensor)}
        return {
            k: tl.tensor(float(v), device="cpu") if k in counts else v for k, v in entry.items()
        }

    def load_state_dict(self, state_dict: Mapping[str, Any]) -> None:
        """Take groups and state from `state_dict`; the parameters stay.

        Raises
        ------
        ValueError
            If the groups differ in number or size; nothing has been changed then.
        """
        if not isinstance(state_dict, Mapping) or not {"state", "param_groups"} <= set(state_dict):
            raise ValueError(
                "load_state_dict: expected a dict with 'state' and 'param_groups'; got "
                f"{type(state_dict).__name__}"
            )
        state_dict = self._through("load_state_dict_pre", dict(state_dict))
        loaded = state_dict["param_groups"]
        self._check_groups(loaded)
        state = self._loaded_state(state_dict["state"], loaded)
        groups = list(map(self._loaded_group, self.param_groups, loaded))
        structure.changes += 1
        self.state = state
        for mine, group in zip(self.param_groups, groups, strict=True):
            mine.clear()
            mine.update(group)
        for hook in list(self._optimizer_load_state_dict_post_hooks.values()):
            hook(self)

    def _check_groups(self, loaded):
        if len(loaded) != len(self.param_groups):
            raise ValueError(
                "loaded state dict has a different number of parameter groups; expected "
                f"{len(self.param_groups)}; got {len(loaded)}"
            )
        sizes = [[len(g["params"]) for g in groups] for groups in (self.param_groups, loaded)]
        if sizes[0] != sizes[1]:
            raise ValueError(
                "loaded state dict contains a parameter group that doesn't match the size of "
                f"optimizer's group; expected {sizes[0]}; got {sizes[1]}"
            )

    def _loaded_state(self, entries, loaded):
        """The entries of a state dict by our parameters, those of no parameter by their number."""
        params = {
            number: param
            for mine, theirs in zip(self.param_groups, loaded, strict=True)
            for number, param in zip(theirs["params"], mine["params"], strict=True)
        }
        state = Entries()
        for number, entry in entries.items():
            param = params.get(number)
            if param is None:
                state[number] = copy.deepcopy(entry)
            else:
                state[param] = Entry(self._unpacked(param, entry))
        return state

    def _loaded_group(self, mine, theirs):
        """A group of a state dict, with our parameters and what it lacks."""
        group = copy.deepcopy({k: v for k, v in theirs.items() if k != "params"})
        for name, default in self.defaults.items():
            group.setdefault(name, mine.get(name, default))
        if "param_names" in mine and "param_names" not in group:
            group["param_names"] = mine["param_names"]
        group["params"] = mine["params"]
        return group

    def _take(self, other):
        """Stand where another optimizer of equal groups does, in the memory at hand: plans hold.

        Parameters
        ----------
        other : Optimizer
            Of the same class, for parameters of the same Specs.
        """
        for mine, theirs in zip(self.param_groups, other.param_groups, strict=True):
            for name in mine.keys() - theirs.keys():  # what a scheduler has put there
                del mine[name]
            mine.update({k: copy.deepcopy(v) for k, v in theirs.items() if k != "params"})
            for param, its in zip(mine["params"], theirs["params"], strict=True):
                there = other.state.get(its)
                if there:
                    self._take_state(param, there)
                elif param in self.state and not self._is_emptied(mine, self.state[param]):
                    del self.state[param]

    def _take_state(self, param, there):
        """What another optimizer remembers, for a parameter of ours."""
        if param in self.state and self.state[param].keys() - there.keys():
            del self.state[param]
        state = self.state[param]
        for name, value in there.items():
            mine = state.get(name)
            if isinstance(value, Tensor) and isinstance(mine, Tensor) and mine.spec is value.spec:
                with tl.no_grad():
                    mine.copy_(value)
            else:
                state[name] = copy.deepcopy(value)

    def _is_emptied(self, group, state):
        """Fill a state with what it holds before the first step; False if that is not known."""
        own = type(self)
        if own._run is not Optimizer._run or own._update_group is not Optimizer._update_group:
            return False
        first = self._rule(settings(group), {})
        if state.keys() - first.columns.keys() - first.counters.keys():
            return False
        for name in first.counters:
            state.pop(name, None)
        for name, fill in first.columns.items():
            if name in state:
                with tl.no_grad():
                    state[name].fill_(complex(fill, fill) if state[name].is_complex() else fill)
        return self._rule(settings(group), state) == first

    def _unpacked(self, param, entry):
        """A parameter's state: copies of its tensors in its dtype, counters as numbers."""
        unpacked: dict[str, Any] = {}
        for name, value in entry.items():
            if name in self._counters:
                unpacked[name] = float(value)
            elif isinstance(value, Tensor):
                with tl.no_grad():
                    floating = value.is_floating_point() and param.is_floating_point()
                    unpacked[name] = value.detach().to(param.dtype if floating else value.dtype)
                    unpacked[name] = unpacked[name].clone()
            else:
                unpacked[name] = copy.deepcopy(value)
        return unpacked

    def __getstate__(self) -> dict[str, Any]:
        return {k: v for k, v in self.__dict__.items() if not k.endswith("_hooks")}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)

    def __repr__(self) -> str:
        lines = []
        for number, group in enumerate(self.param_groups):
            lines.append(f"Parameter Group {number}")
            lines += [f"    {k}: {group[k]}" for k in sorted(group) if k != "params"]
        return f"{type(self).__name__} (\n" + "\n".join(lines) + "\n)"
