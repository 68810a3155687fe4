"""Weighted sums of elements at given places: the heart of `grid_sample`, where a kernel has it.

Three ops, each linear in its two operands of numbers, are one another's gradients.
"""

from ..declare import primitive
from ..dispatch import apply
from ..tensor import empty_of, spec_of


def mixed(x, index, weight):
    """(N, C, P) of rows x (N, C, inside): weight (N, K, P) times the elements `index` (N, K, P)."""
    return apply(_mix, x, weight, index)


def _launched(kind, first, index, second, shape, extents):
    out = empty_of(spec_of(shape, first.spec.dtype, first.spec.device))
    if out.spec.numel:
        kernels = first.spec.device.kernels.mixing
        launch = kernels.launch(kind, first.spec.dtype.name, *extents)
        launch(first.contiguous(), index.contiguous(), second.contiguous(), out)
    return out


@primitive
def _mix(x, weight, index):
    """The weighted sums of elements of rows."""
    (images, channels, inside), (_, taps, places) = x.spec.shape, index.spec.shape
    extents = images, channels, inside, taps, places
    return _launched("mix", x, index, weight, (images, channels, places), extents)


@_mix.grad("x")
def _mix_grad_x(g, weight, index, x_spec):
    return apply(_mix_back, g, weight, index, inside=x_spec.shape[2])


@_mix.grad("weight")
def _mix_grad_weight(g, x, index):
    return apply(_mix_weights, x, g, index)


@primitive
def _mix_back(y, weight, index, *, inside):
    """Each element of y, weighted, added where its elements come from."""
    (images, channels, places), taps = y.spec.shape, index.spec.shape[1]
    extents = images, channels, inside, taps, places
    return _launched("back", y, index, weight, (images, channels, inside), extents)


@_mix_back.grad("y")
def _mix_back_grad_y(g, weight, index):
    return apply(_mix, g, weight, index)


@_mix_back.grad("weight")
def _mix_back_grad_weight(g, y, index):
    return apply(_mix_weights, g, y, index)


@primitive
def _mix_weights(x, y, index):
    """Products of the elements of rows and of y, summed over channels."""
    (images, channels, inside), (_, taps, places) = x.spec.shape, index.spec.shape
    extents = images, channels, inside, taps, places
    return _launched("weights", x, index, y, (images, taps, places), extents)


@_mix_weights.grad("x")
def _mix_weights_grad_x(g, y, index, x_spec):
    return apply(_mix_back, y, g, index, inside=x_spec.shape[2])


@_mix_weights.grad("y")
def _mix_weights_grad_y(g, x, index):
    return apply(_mix, x, g, index)
