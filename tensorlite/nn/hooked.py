"""A call of a Module that has hooks, and the gates by which it sees its own gradients."""

from __future__ import annotations

import warnings
from typing import Any

from ..autograd import Function
from ..tensor import Tensor
from .hooks import (
    _global_backward_hooks,
    _global_backward_pre_hooks,
    _global_forward_hooks,
    _global_forward_hooks_always_called,
    _global_forward_hooks_with_kwargs,
    _global_forward_pre_hooks,
)


def call_with_hooks(module, args, kwargs):
    """``module.forward(*args, **kwargs)`` between the hooks of all Modules and its own."""
    called, out = set(), None
    try:
        args, kwargs = _run_pre_hooks(module, args, kwargs)
        gates = None
        pre = [*_global_backward_pre_hooks.values(), *module._backward_pre_hooks.values()]
        full = [*_global_backward_hooks.values(), *module._backward_hooks.values()]
        if pre or full:
            gates = BackwardGates(module, pre, full)
            args = gates.gate_inputs(args)
        out = module.forward(*args, **kwargs)
        for key, hook in _forward_hooks(module):
            called.add(key)
            out = _run_forward_hook(module, key, hook, args, kwargs, out)
    except BaseException:
        always = {*_global_forward_hooks_always_called, *module._forward_always} - called
        for key, hook in _forward_hooks(module):
            if key in always:
                _run_forward_hook(module, key, hook, args, kwargs, out)
        raise
    return gates.gate_outputs(out) if gates else out


def _forward_hooks(module):
    """The hooks of all Modules, and then its own."""
    return [*_global_forward_hooks.items(), *module._forward_hooks.items()]


def _run_pre_hooks(module, args, kwargs):
    for key, hook in [*_global_forward_pre_hooks.items(), *module._forward_pre_hooks.items()]:
        if key in module._forward_kwargs:
            changed = hook(module, args, kwargs)
            if changed is None:
                continue
            if not (isinstance(changed, tuple) and len(changed) == 2):
                raise RuntimeError(
                    "forward pre-hook must return None or a tuple of (new_args, new_kwargs); "
                    f"got {changed!r}"
                )
            args, kwargs = changed
        else:
            changed = hook(module, args)
            if changed is not None:
                args = changed if isinstance(changed, tuple) else (changed,)
    return args, kwargs


def _run_forward_hook(module, key, hook, args, kwargs, out):
    with_kwargs = key in module._forward_kwargs or key in _global_forward_hooks_with_kwargs
    given = (args, kwargs) if with_kwargs else (args,)
    changed = hook(module, *given, out)
    return out if changed is None else changed


def _tensors_of(value):
    return [value] if isinstance(value, Tensor) else [v for v in value if isinstance(v, Tensor)]


def _with_tensors(value, tensors):
    """`value` (a Tensor or a tuple) with its tensors replaced in order."""
    if isinstance(value, Tensor):
        return tensors[0]
    fresh = iter(tensors)
    items = [next(fresh) if isinstance(v, Tensor) else v for v in value]
    return type(value)(*items) if hasattr(value, "_fields") else type(value)(items)


def _spread(value, grads):
    """Gradients in the positions of the tensors of `value`, None elsewhere."""
    fresh = iter(grads)
    items = (value,) if isinstance(value, Tensor) else value
    return tuple(next(fresh) if isinstance(v, Tensor) else None for v in items)


def _pass_through(tensors, on_grads):
    """The same tensors, one node later; `on_grads` sees, and may replace, their gradients."""

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
            warnings.warn(
                "For backward hooks to be called, module output should be a Tensor or a tuple of "
                f"Tensors but received {type(out)}",
                stacklevel=3,
            )
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
        if self.grad_output is None:  # a gradient of gradients, in which the outputs have no part
            return grads
        grad_input = _spread(self.inputs, grads)
        for hook in self.hooks:
            changed = hook(self.module, grad_input, self.grad_output)
            if changed is not None:
                grad_input = changed if isinstance(changed, tuple) else (changed,)
        self.grad_output = None
        return tuple(
            g for g, v in zip(grad_input, self.inputs, strict=True) if isinstance(v, Tensor)
        )


def _as_tuple(value):
    return (value,) if isinstance(value, Tensor) else tuple(value)
