"""Spectral normalization by a hook: ``weight_orig`` and ``weight_u``, as PyTorch had it first."""

from __future__ import annotations

import tensorlite as tl

from .. import functional as F
from ..module import Model
from ._recomputed import Recomputed, check_shaped

__all__ = ["remove_spectral_norm", "spectral_norm"]


class SpectralNorm(Recomputed):
    """The hook: a weight over its largest singular value."""

    def __init__(self, name, n_power_iterations, dim, eps):
        self.name, self.n_power_iterations, self.dim, self.eps = name, n_power_iterations, dim, eps

    def matrix(self, weight):
        """The weight as a matrix, with the dim of outputs first."""
        return weight.movedim(self.dim, 0).flatten(1)

    def compute(self, module):
        """The weight; in training the vectors are iterated first."""
        weight, u, v = (getattr(module, f"{self.name}_{part}") for part in ("orig", "u", "v"))
        matrix = self.matrix(weight)
        if module.training:
            with tl.no_grad():
                for _ in range(self.n_power_iterations):
                    v.copy_(F.normalize(matrix.mT @ u, dim=0, eps=self.eps))
                    u.copy_(F.normalize(matrix @ v, dim=0, eps=self.eps))
        # copies: a later call changes the vectors, which backward of this one needs
        return weight / (u.clone() @ (matrix @ v.clone()))

    def forget(self, module):
        """Take the weight and the vectors away."""
        del module._parameters[f"{self.name}_orig"]
        for part in "uv":
            del module._buffers[f"{self.name}_{part}"]


def spectral_norm(
    module: Model,
    name: str = "weight",
    n_power_iterations: int = 1,
    eps: float = 1e-12,
    dim: int | None = None,
) -> Model:
    """Divide a weight by its largest singular value, with buffers of the module itself.

    `parametrizations.spectral_norm` is the newer form; arguments as there.

    Examples
    --------
    >>> import tensorlite as tl
    >>> list(tl.nn.utils.spectral_norm(tl.nn.Linear(2, 3)).state_dict())
    ['bias', 'weight_orig', 'weight_u', 'weight_v']
    """
    if n_power_iterations <= 0:
        raise ValueError(
            "Expected n_power_iterations to be positive, but got "
            f"n_power_iterations={n_power_iterations}"
        )
    if SpectralNorm.of(module, name):
        raise RuntimeError(f"Cannot register two spectral_norm hooks on the same parameter {name}")
    check_shaped("spectral_norm", module._parameters[name])
    if dim is None:
        dim = 1 if "ConvTranspose" in type(module).__name__ else 0
    hook, weight = SpectralNorm(name, n_power_iterations, dim, eps), module._parameters[name]
    with tl.no_grad():
        matrix = hook.matrix(weight)
        starts = [matrix.new_empty(n).normal_(0, 1) for n in matrix.shape]
    del module._parameters[name]
    module.register_parameter(f"{name}_orig", weight)
    setattr(module, name, weight.detach())
    for part, start in zip("uv", starts, strict=True):
        module.register_buffer(f"{name}_{part}", F.normalize(start, dim=0, eps=eps))
    module.register_forward_pre_hook(hook)
    return module


def remove_spectral_norm(module: Model, name: str = "weight") -> Model:
    """Make the weight a parameter again, with its present value; returns the module."""
    was_training = module.training
    module.training = False  # the vectors stay
    try:
        return SpectralNorm.taken_off(module, name, "spectral_norm")
    finally:
        module.training = was_training
