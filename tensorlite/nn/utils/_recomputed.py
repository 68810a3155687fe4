"""Tensors that a hook computes before each forward, from parameters of other names."""

from __future__ import annotations

import tensorlite as tl

from ..parameter import Parameter, is_uninitialized


class Recomputed:
    """A forward pre-hook that sets ``module.<name>``.

    A subclass writes ``compute(module)``, the tensor, and names the parameters behind it.
    """

    name: str

    def compute(self, module):
        """The tensor, from what the module holds."""
        raise NotImplementedError(f"{type(self).__name__}: expected compute; got none")

    def __call__(self, module, inputs):
        setattr(module, self.name, self.compute(module))

    @classmethod
    def of(cls, module, name):
        """The ids of the hooks of this kind that set a tensor, and the hooks."""
        found = module._forward_pre_hooks.items()
        return [(key, h) for key, h in found if isinstance(h, cls) and h.name == name]

    @classmethod
    def taken_off(cls, module, name, kind):
        """Remove the hook; the tensor becomes a Parameter with its present value."""
        found = cls.of(module, name)
        if not found:
            raise ValueError(f"{kind} of '{name}' not found in {module}")
        ((key, hook),) = found
        with tl.no_grad():
            value = hook.compute(module).detach().clone()
        del module._forward_pre_hooks[key]
        if hasattr(module, name):
            delattr(module, name)
        hook.forget(module)
        setattr(module, name, Parameter(value))
        return module

    def forget(self, module):
        """Take what stands behind the tensor from the module."""
        raise NotImplementedError(f"{type(self).__name__}: expected forget; got none")


def check_shaped(op, weight):
    """Refuse a weight of a lazy Module before its first call."""
    if is_uninitialized(weight):
        raise ValueError(
            f"{op}: The module passed can't have uninitialized parameters; expected a weight with "
            f"a shape; got {type(weight).__name__}; try one call of the module first"
        )
