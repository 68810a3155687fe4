"""Layers of einops, importable as `einops.layers.tensorlite`, as it has them for others."""

from einops.layers import RearrangeMixin, ReduceMixin
from einops.layers._einmix import _EinmixMixin

import tensorlite as tl
from tensorlite import nn


class Rearrange(RearrangeMixin, nn.Module):
    """`einops.rearrange` as a layer."""

    def forward(self, input):
        """Its dims by the pattern."""
        return self._apply_recipe(input)


class Reduce(ReduceMixin, nn.Module):
    """`einops.reduce` as a layer."""

    def forward(self, input):
        """Its dims by the pattern, some of them reduced."""
        return self._apply_recipe(input)


class EinMix(_EinmixMixin, nn.Module):
    """A linear layer over the axes that its patterns name."""

    def _create_parameters(self, weight_shape, weight_bound, bias_shape, bias_bound):
        self.weight = _uniform(weight_shape, weight_bound)
        self.bias = None if bias_shape is None else _uniform(bias_shape, bias_bound)

    def _create_rearrange_layers(self, before, before_lengths, after, after_lengths):
        self.before = None if before is None else Rearrange(before, **before_lengths)
        self.after = None if after is None else Rearrange(after, **after_lengths)

    def forward(self, input):
        """The product with the weight, and the bias."""
        x = input if self.before is None else self.before(input)
        x = tl.einsum(self.einsum_pattern, x, self.weight)
        x = x if self.bias is None else x + self.bias
        return x if self.after is None else self.after(x)


def _uniform(shape, bound):
    return nn.Parameter(tl.empty(shape).uniform_(-bound, bound))
