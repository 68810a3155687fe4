"""Weight normalization by a hook: ``weight_g`` and ``weight_v``, as PyTorch had it first."""

from __future__ import annotations

from ..module import Model
from ..parameter import Parameter
from ._recomputed import Recomputed, check_shaped
from .parametrizations import norm_except

__all__ = ["remove_weight_norm", "weight_norm"]


class WeightNorm(Recomputed):
    """The hook: a direction times a length."""

    def __init__(self, name, dim):
        self.name, self.dim = name, -1 if dim is None else dim

    def compute(self, module):
        """The weight."""
        g, v = (getattr(module, f"{self.name}_{part}") for part in "gv")
        return v * (g / norm_except(v, self.dim))

    def forget(self, module):
        """Take length and direction away."""
        for part in "gv":
            del module._parameters[f"{self.name}_{part}"]


def weight_norm(module: Model, name: str = "weight", dim: int | None = 0) -> Model:
    """Train the length and the direction of a weight apart, as parameters of the module itself.

    `parametrizations.weight_norm` is the newer form.

    Parameters
    ----------
    module : Module
    name : str
    dim : int or None
        The dim whose slices have a length each; None: one for all.

    Returns
    -------
    Module
        The module.

    Examples
    --------
    >>> import tensorlite as tl
    >>> list(tl.nn.utils.weight_norm(tl.nn.Linear(2, 3)).state_dict())
    ['bias', 'weight_g', 'weight_v']
    """
    if WeightNorm.of(module, name):
        raise RuntimeError(f"Cannot register two weight_norm hooks on the same parameter {name}")
    hook, weight = WeightNorm(name, dim), getattr(module, name)
    check_shaped("weight_norm", weight)
    del module._parameters[name]
    module.register_parameter(f"{name}_g", Parameter(norm_except(weight.detach(), hook.dim)))
    module.register_parameter(f"{name}_v", Parameter(weight.detach()))
    setattr(module, name, hook.compute(module))
    module.register_forward_pre_hook(hook)
    return module


def remove_weight_norm(module: Model, name: str = "weight") -> Model:
    """Make the weight a parameter again; returns the module."""
    return WeightNorm.taken_off(module, name, "weight_norm")
