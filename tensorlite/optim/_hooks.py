"""Hooks of optimizers: before and after a step, and around saving and loading."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, Self

from ..counted import Table
from ..nn.hooks import RemovableHandle, add_hook

__all__ = [
    "Hooked",
    "register_optimizer_step_post_hook",
    "register_optimizer_step_pre_hook",
]

_all_pre_hooks, _all_post_hooks = Table(), Table()  # of every optimizer
_TABLES = ("step_pre", "step_post", "state_dict_pre", "state_dict_post", "load_state_dict_pre",
           "load_state_dict_post")  # fmt: skip


def register_optimizer_step_pre_hook(hook: Callable[..., Any]) -> RemovableHandle:
    """Call ``hook(optimizer, args, kwargs)`` before every step of every optimizer."""
    return add_hook(_all_pre_hooks, hook)


def register_optimizer_step_post_hook(hook: Callable[..., Any]) -> RemovableHandle:
    """Call ``hook(optimizer, args, kwargs)`` after every step of every optimizer."""
    return add_hook(_all_post_hooks, hook)


def _with_hooks(step):
    """A subclass's own `step`, with the hooks around it."""

    @functools.wraps(step)
    def stepped(self, *args, **kwargs):
        if self._is_stepping:  # a step that calls that of its base class is one step
            return step(self, *args, **kwargs)
        self._is_stepping = self._was_stepped = True
        try:
            args, kwargs = self._before_step(args, kwargs)
            result = step(self, *args, **kwargs)
            self._after_step(args, kwargs)
        finally:
            self._is_stepping = False
        return result

    return stepped


class Hooked:
    """What optimizers know of hooks."""

    _is_stepping = False
    _was_stepped = False  # a scheduler warns when it comes first

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        for name in cls.__dict__.keys() & {"step"}:  # to editors it stays the class's own
            setattr(cls, name, _with_hooks(getattr(cls, name)))

    def __new__(cls, *args: Any, **kwargs: Any) -> Self:
        """Has no hooks yet, whether or not a subclass calls our `__init__`."""
        made = super().__new__(cls)
        for name in _TABLES:
            setattr(made, f"_optimizer_{name}_hooks", Table())
        return made

    def _step_hooks(self):
        """The ids of all hooks around a step."""
        own = self._optimizer_step_pre_hooks, self._optimizer_step_post_hooks
        tables = (*own, _all_pre_hooks, _all_post_hooks)
        return [number for table in tables for number in table]

    def _before_step(self, args, kwargs):
        """The arguments of a step, as the hooks before it leave them."""
        for hook in [*_all_pre_hooks.values(), *self._optimizer_step_pre_hooks.values()]:
            changed = hook(self, (self, *args), kwargs)
            if changed is None:
                continue
            if not isinstance(changed, tuple) or len(changed) != 2:
                raise RuntimeError(
                    f"{hook} must return None or a tuple of (new_args, new_kwargs), but got "
                    f"{changed}"
                )
            (_, *args), kwargs = changed
        return tuple(args), kwargs

    def _after_step(self, args, kwargs):
        for hook in [*self._optimizer_step_post_hooks.values(), *_all_post_hooks.values()]:
            hook(self, (self, *args), kwargs)

    def _through(self, name, state_dict):
        """A state_dict, as the hooks of that name leave it."""
        for hook in list(getattr(self, f"_optimizer_{name}_hooks").values()):
            changed = hook(self, state_dict)
            state_dict = state_dict if changed is None else changed
        return state_dict

    def register_step_pre_hook(self, hook: Callable) -> RemovableHandle:
        """Call ``hook(optimizer, args, kwargs)`` before every step; it may give both anew."""
        return add_hook(self._optimizer_step_pre_hooks, hook)

    def register_step_post_hook(self, hook: Callable) -> RemovableHandle:
        """Call ``hook(optimizer, args, kwargs)`` after every step."""
        return add_hook(self._optimizer_step_post_hooks, hook)

    def register_state_dict_pre_hook(
        self, hook: Callable, prepend: bool = False
    ) -> RemovableHandle:
        """Call ``hook(optimizer)`` before `state_dict()` reads it."""
        return add_hook(self._optimizer_state_dict_pre_hooks, hook, prepend=prepend)

    def register_state_dict_post_hook(
        self, hook: Callable, prepend: bool = False
    ) -> RemovableHandle:
        """Call ``hook(optimizer, state_dict)`` with what `state_dict()` gives, or replace it."""
        return add_hook(self._optimizer_state_dict_post_hooks, hook, prepend=prepend)

    def register_load_state_dict_pre_hook(
        self, hook: Callable, prepend: bool = False
    ) -> RemovableHandle:
        """Call ``hook(optimizer, state_dict)`` before loading; it may replace it."""
        return add_hook(self._optimizer_load_state_dict_pre_hooks, hook, prepend=prepend)

    def register_load_state_dict_post_hook(
        self, hook: Callable, prepend: bool = False
    ) -> RemovableHandle:
        """Call ``hook(optimizer)`` after loading."""
        return add_hook(self._optimizer_load_state_dict_post_hooks, hook, prepend=prepend)
