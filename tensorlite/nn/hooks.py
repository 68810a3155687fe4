"""Hooks: handles that remove them, and the gates that let a Module see its own gradients."""

from __future__ import annotations

import itertools
import weakref
from collections import OrderedDict
from typing import Any

from ..tensor import Tensor, structure

__all__ = ["BackwardGates", "RemovableHandle", "add_hook"]

_ids = itertools.count()


class RemovableHandle:
    """What registering a hook returns; `remove()` takes the hook away, as does leaving a `with`."""

    def __init__(self, *tables):
        self.id = next(_ids)
        self._tables = [weakref.ref(table) for table in tables]

    def remove(self):
        """Take the hook away; a second call does nothing."""
        structure.changes += 1
        for table in self._tables:
            hooks = table()
            if hooks is not None:
                hooks.pop(self.id, None)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.remove()


def add_hook(table: OrderedDict, hook, *, prepend=False, flags=()):
    """Put `hook` into the ordered table, and its id into each of the `flags` tables."""
    if not callable(hook):
        raise TypeError(f"register_hook: expected a callable; got {type(hook).__name__}")
    structure.changes += 1
    handle = RemovableHandle(table, *flags)
    table[handle.id] = hook
    if prepend:
        table.move_to_end(handle.id, last=False)
    for flag in flags:
        flag[handle.id] = True
    return handle


def _tensors_of(value):
    return [value] if isinstance(value, Tensor) else [v for v in value if isinstance(v, Tensor)]


def _with_tensors(value, tensors):
    """`value` (a Tensor or a tuple) with its tensors replaced in order."""
    if isinstance(value, Tensor):
        return tensors[0]
    fresh = iter(tensors)
    return type(value)([next(fresh) if isinstance(v, Tensor) else v for v in value])


def _spread(value, grads):
    """Gradients in the positions of the tensors of `value`, None elsewhere."""
    fresh = iter(grads)
    items = (value,) if isinstance(value, Tensor) else value
    return tuple(next(fresh) if isinstance(v, Tensor) else None for v in items)


def _pass_through(tensors, on_grads):
    """The same tensors, one node later; `on_grads` sees, and may replace, their gradients."""
    from ..autograd import Function

    class Gate(Function):
        @staticmethod
        def forward(ctx, *inputs):
            ctx.set_materialize_grads(False)
            return tuple(t.detach() for t in inputs)

        @staticmethod
        def backward(ctx, *grads):
            return on_grads(grads)

    gated: Any = Gate.apply(*tensors)
    return list(gated)


class BackwardGates:
    """One call of a Module with backward hooks: remembers grad_output until grad_input comes."""

    def __init__(self, module, pre_hooks, hooks):
        self.module, self.pre_hooks, self.hooks = module, pre_hooks, hooks
        self.inputs: Any = None
        self.grad_output = None

    def gate_inputs(self, args):
        """The arguments, with a node behind each tensor that calls the hooks."""
        tensors = _tensors_of(args)
        if not self.hooks or not any(t.requires_grad for t in tensors):
            return args
        self.inputs = args
        return _with_tensors(args, _pass_through(tensors, self._input_grads))

    def gate_outputs(self, out):
        """The result, with a node after each tensor that notes the gradients."""
        if not isinstance(out, (Tensor, tuple, list)):
            return out
        tensors = _tensors_of(out)
        if not any(t.requires_grad for t in tensors):
            return out
        self.outputs = out
        return _with_tensors(out, _pass_through(tensors, self._output_grads))

    def _output_grads(self, grads):
        self.grad_output = _spread(self.outputs, grads)
        for hook in self.pre_hooks:
            changed = hook(self.module, self.grad_output)
            if changed is not None:
                self.grad_output = changed if isinstance(changed, tuple) else (changed,)
        if self.inputs is None:
            for hook in self.hooks:
                hook(self.module, (None,), self.grad_output)
        return tuple(
            g
            for g, v in zip(self.grad_output, _as_tuple(self.outputs), strict=True)
            if isinstance(v, Tensor)
        )

    def _input_grads(self, grads):
        grad_input = _spread(self.inputs, grads)
        for hook in self.hooks:
            changed = hook(self.module, grad_input, self.grad_output)
            if changed is not None:
                grad_input = changed if isinstance(changed, tuple) else (changed,)
        return tuple(
            g for g, v in zip(grad_input, self.inputs, strict=True) if isinstance(v, Tensor)
        )


def _as_tuple(value):
    return (value,) if isinstance(value, Tensor) else tuple(value)
