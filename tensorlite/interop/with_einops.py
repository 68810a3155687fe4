"""How einops computes on tensors; it finds the class below among the subclasses of its own."""

import functools
import sys

import einops.layers
from einops._backends import AbstractBackend

import tensorlite as tl

from . import einops_layers

sys.modules["einops.layers.tensorlite"] = einops_layers  # where einops has those of others
einops.layers.tensorlite = einops_layers


class TensorliteBackend(AbstractBackend):
    """What einops asks of an array library."""

    framework_name = "tensorlite"

    def is_appropriate_type(self, tensor):
        """Whether it is a tensor of ours."""
        return isinstance(tensor, tl.Tensor)

    def layers(self):
        """The module with einops's layers for tensors."""
        return einops_layers

    def from_numpy(self, x):
        """A tensor that shows the array's memory; numbers with a point require grad."""
        made = tl.from_numpy(x)
        return made.requires_grad_() if self.is_float_type(made) else made

    def to_numpy(self, x):
        """An array of its values."""
        return x.detach().cpu().numpy()

    def arange(self, start, stop):
        """The integers from `start` below `stop`."""
        return tl.arange(start, stop)

    def reduce(self, x, operation, reduced_axes):
        """One of min, max, sum, mean, prod, any and all over dims."""
        axes = tuple(reduced_axes)
        if operation == "prod":
            return functools.reduce(tl.prod, sorted(axes, reverse=True), x)
        name = {"min": "amin", "max": "amax"}.get(operation, operation)
        return getattr(tl, name)(x, axes)

    def transpose(self, x, axes):
        """The dims in another order."""
        return x.permute(axes)

    def stack_on_zeroth_dimension(self, tensors):
        """Tensors along a new first dim."""
        return tl.stack(tensors)

    def add_axes(self, x, n_axes, pos2len):
        """New dims, along which x repeats: a view."""
        sizes = [-1] * n_axes
        for position, length in pos2len.items():
            x, sizes[position] = x.unsqueeze(position), length
        return x.expand(sizes)

    def tile(self, x, repeats):
        """Copies of x side by side."""
        return x.repeat(repeats)

    def concat(self, tensors, axis):
        """Tensors one after the other along a dim."""
        return tl.cat(tensors, axis)

    def add_axis(self, x, new_position):
        """A new dim of extent 1."""
        return x.unsqueeze(new_position)

    def is_float_type(self, x):
        """Whether it holds floating point numbers."""
        return x.is_floating_point()

    def einsum(self, pattern, *x):
        """`tensorlite.einsum`."""
        return tl.einsum(pattern, *x)
