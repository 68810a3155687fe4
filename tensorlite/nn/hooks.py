"""Hooks of one Module and of all: where they are kept, and the handles that remove them."""

from __future__ import annotations

import itertools
import weakref
from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Any, Self

from ..counted import Table
from ..docstrings import document as _document
from ..tensor import structure

__all__ = [
    "RemovableHandle", "add_hook", "register_module_backward_hook",
    "register_module_buffer_registration_hook", "register_module_forward_hook",
    "register_module_forward_pre_hook", "register_module_full_backward_hook",
    "register_module_full_backward_pre_hook", "register_module_module_registration_hook",
    "register_module_parameter_registration_hook",
]  # fmt: skip

_ids = itertools.count()

# Hooks of all Modules, by PyTorch's names.
_global_forward_pre_hooks: Table = Table()
_global_forward_hooks: Table = Table()
_global_forward_hooks_with_kwargs, _global_forward_hooks_always_called = Table(), Table()
_global_backward_pre_hooks: Table = Table()
_global_backward_hooks: Table = Table()
_global_parameter_registration_hooks = Table()
_global_buffer_registration_hooks, _global_module_registration_hooks = Table(), Table()
around_calls = Table()  # the ids of those that calls run: the one table that each call looks at


class RemovableHandle:
    """What registering a hook returns; `remove()` takes the hook away, as does leaving a `with`."""

    def __init__(self, hooks_dict: Any, *, extra_dict: Any = ()) -> None:
        self.id = next(_ids)
        self.hooks_dict_ref = weakref.ref(hooks_dict)
        extra = extra_dict if isinstance(extra_dict, (list, tuple)) else [extra_dict]
        self.extra_dict_ref = tuple(weakref.ref(table) for table in extra)

    def remove(self) -> None:
        """Take the hook away; a second call does nothing."""
        structure.changes += 1
        for table in (self.hooks_dict_ref, *self.extra_dict_ref):
            hooks = table()
            if hooks is not None:
                hooks.pop(self.id, None)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.remove()


def add_hook(
    table: OrderedDict[int, Any],
    hook: Callable[..., Any],
    *,
    prepend: bool = False,
    flags: Sequence[dict[int, bool]] = (),
) -> RemovableHandle:
    """Put `hook` into the ordered table, and its id into each of the `flags` tables."""
    if not callable(hook):
        raise TypeError(f"register_hook: expected a callable; got {type(hook).__name__}")
    structure.changes += 1
    handle = RemovableHandle(table, extra_dict=flags)
    table[handle.id] = hook
    if prepend:
        table.move_to_end(handle.id, last=False)
    for flag in flags:
        flag[handle.id] = True
    return handle


def register_module_forward_pre_hook(hook: Callable[..., Any]) -> RemovableHandle:
    """Call ``hook(module, args)`` before every forward of every Module.

    It may return new arguments. A Module's own hooks come after those of all.

    Examples
    --------
    >>> import tensorlite as tl
    >>> register = tl.nn.modules.module.register_module_forward_pre_hook
    >>> with register(lambda module, args: print(module)):
    ...     out = tl.nn.Identity()(tl.ones(2))
    Identity()
    """
    return add_hook(_global_forward_pre_hooks, hook, flags=(around_calls,))


def register_module_forward_hook(
    hook: Callable[..., Any], *, with_kwargs: bool = False, always_call: bool = False
) -> RemovableHandle:
    """Call ``hook(module, args, out)`` after every forward of every Module.

    It may return a new result.

    Parameters
    ----------
    hook : callable
    with_kwargs : bool
        Call ``hook(module, args, kwargs, out)``.
    always_call : bool
        Also after a forward that raises an error, with None for the result.

    Examples
    --------
    >>> import tensorlite as tl
    >>> register = tl.nn.modules.module.register_module_forward_hook
    >>> with register(lambda module, args, out: print(type(module).__name__, tuple(out.shape))):
    ...     out = tl.nn.Sequential(tl.nn.Linear(2, 3), tl.nn.ReLU())(tl.ones(1, 2))
    Linear (1, 3)
    ReLU (1, 3)
    Sequential (1, 3)
    """
    flags = [around_calls]
    flags += [_global_forward_hooks_with_kwargs] * with_kwargs
    flags += [_global_forward_hooks_always_called] * always_call
    return add_hook(_global_forward_hooks, hook, flags=flags)


def register_module_full_backward_pre_hook(hook: Callable[..., Any]) -> RemovableHandle:
    """Call ``hook(module, grad_output)`` before the backward of every Module.

    Examples
    --------
    >>> import tensorlite as tl
    >>> register = tl.nn.modules.module.register_module_full_backward_pre_hook
    >>> with register(lambda module, grad_output: print(grad_output)):
    ...     tl.nn.Identity()(tl.ones(2, requires_grad=True)).sum().backward()
    (tensor([1., 1.]),)
    """
    return add_hook(_global_backward_pre_hooks, hook, flags=(around_calls,))


def register_module_full_backward_hook(hook: Callable[..., Any]) -> RemovableHandle:
    """Call ``hook(module, grad_input, grad_output)`` of every Module when its gradients are known.

    Examples
    --------
    >>> import tensorlite as tl
    >>> register = tl.nn.modules.module.register_module_full_backward_hook
    >>> with register(lambda module, grad_input, grad_output: print(module, grad_input)):
    ...     tl.nn.ReLU()(tl.tensor([-1.0, 1.0], requires_grad=True)).sum().backward()
    ReLU() (tensor([0., 1.]),)
    """
    return add_hook(_global_backward_hooks, hook, flags=(around_calls,))


def register_module_backward_hook(hook: Callable[..., Any]) -> RemovableHandle:
    """An older name of `register_module_full_backward_hook`.

    Examples
    --------
    >>> import tensorlite as tl
    >>> handle = tl.nn.modules.module.register_module_backward_hook(lambda *seen: None)
    >>> handle.remove()
    """
    return register_module_full_backward_hook(hook)


def register_module_parameter_registration_hook(hook: Callable[..., Any]) -> RemovableHandle:
    """Call ``hook(module, name, parameter)`` whenever a Module gets a Parameter.

    It may return another one.

    Examples
    --------
    >>> import tensorlite as tl
    >>> register = tl.nn.modules.module.register_module_parameter_registration_hook
    >>> with register(lambda module, name, parameter: print(name, tuple(parameter.shape))):
    ...     layer = tl.nn.Linear(2, 3)
    weight (3, 2)
    bias (3,)
    """
    return add_hook(_global_parameter_registration_hooks, hook)


def register_module_buffer_registration_hook(hook: Callable[..., Any]) -> RemovableHandle:
    """Call ``hook(module, name, tensor)`` whenever a Module gets a buffer.

    It may return another one.

    Examples
    --------
    >>> import tensorlite as tl
    >>> register = tl.nn.modules.module.register_module_buffer_registration_hook
    >>> with register(lambda module, name, tensor: print(name)):
    ...     layer = tl.nn.BatchNorm1d(2)
    running_mean
    running_var
    num_batches_tracked
    """
    return add_hook(_global_buffer_registration_hooks, hook)


def register_module_module_registration_hook(hook: Callable[..., Any]) -> RemovableHandle:
    """Call ``hook(module, name, child)`` whenever a Module gets a child.

    It may return another one.

    Examples
    --------
    >>> import tensorlite as tl
    >>> register = tl.nn.modules.module.register_module_module_registration_hook
    >>> with register(lambda module, name, child: print(name, child)):
    ...     net = tl.nn.Sequential(tl.nn.ReLU())
    0 ReLU()
    """
    return add_hook(_global_module_registration_hooks, hook)


def registered(hooks, module, name, value):
    """What is registered under a name once the hooks have seen it."""
    for hook in list(hooks.values()):
        changed = hook(module, name, value)
        value = value if changed is None else changed
    return value


_document(globals(), [name for name in __all__ if name[:9] == "register_"])
