"""Pooling over windows at random places."""

from collections.abc import Sequence
from typing import Any

from ..annotations import Dims
from ..declare import public
from ..errors import expected
from ..tensor import Tensor
from .choice import where
from .pooling import SHAPES, named
from .random import rand
from .ranges import arange
from .views import reshape
from .windows import check_input, numbers, ratio_size


def _starts(samples, extent, kernel, outputs):
    """Where windows begin, (..., outputs), from one random number each. Graham 2014."""
    if outputs == 1:
        return (samples * 0).long().unsqueeze(-1) + (extent - kernel)
    alpha = (extent - kernel) / (outputs - 1)
    steps = arange(outputs, device=samples.device, dtype=samples.dtype)
    places = (((steps + samples.unsqueeze(-1)) * alpha).long()
              - (samples * alpha).long().unsqueeze(-1))  # fmt: skip
    last = steps == outputs - 1
    return where(last, extent - kernel, places)


def _fractional(op, dims, input, kernel_size, output_size, output_ratio, samples):
    check_input(op, input, dims)
    if (output_size is None) == (output_ratio is None):
        raise ValueError(
            expected(op, "either output_size or output_ratio", "both" if output_size else "none",
                     "output_ratio=0.5")
        )  # fmt: skip
    kernel, extents = numbers(op, "kernel_size", kernel_size, dims), input.shape[-dims:]
    if output_size is None:
        output_size = ratio_size(op, extents, output_ratio, dims)
    outputs = numbers(op, "output_size", output_size, dims)
    for n, k, o in zip(extents, kernel, outputs, strict=True):
        if k < 1 or o < 0 or o + k - 1 > n:
            raise RuntimeError(
                expected(op, f"output_size plus kernel_size - 1 within the input's {n}",
                         f"{o} and {k}", "smaller ones")
            )  # fmt: skip
    batch = input if input.ndim == dims + 2 else input.unsqueeze(0)
    lead = tuple(batch.shape[:2])
    if samples is None:
        samples = rand(*lead, dims, dtype=input.dtype, device=input.device)
    elif input.ndim == dims + 1:
        samples = samples[:1]  # of a batch that is not there
    if tuple(samples.shape) != (*lead, dims) or samples.dtype != input.dtype:
        raise RuntimeError(
            expected(op, f"_random_samples {(*lead, dims)} of {input.dtype!r}",
                     f"{tuple(samples.shape)} of {samples.dtype!r}", "None")
        )  # fmt: skip
    return _taken(op, input, batch, kernel, outputs, samples.detach())


def _taken(op, input, batch, kernel, outputs, samples):
    """The largest of windows at places of their own in every plane, and where they stand."""
    dims, lead, extents = len(kernel), tuple(batch.shape[:2]), batch.shape[2:]
    flat = 0
    for d, (n, k, o) in enumerate(zip(extents, kernel, outputs, strict=True)):
        own = samples[..., 1 - d if dims == 2 else d]  # PyTorch takes w first in two dims
        starts = _starts(own, n, k, o).unsqueeze(-1)
        taps = starts + arange(k, device=batch.device)  # (N, C, o, k)
        shape = [1] * (2 * dims)
        shape[d], shape[dims + d] = o, k
        flat = flat * n + taps.reshape(*lead, *shape)
    count = 1
    for k in kernel:
        count *= k
    flat = flat.flatten(2)
    values = batch.flatten(2).gather(-1, flat).reshape(*lead, *outputs, count)
    best = values.detach().max(-1).indices.unsqueeze(-1)
    found = values.gather(-1, best).squeeze(-1)
    places = flat.reshape(*lead, *outputs, count).gather(-1, best).squeeze(-1)
    whole = (*input.shape[: input.ndim - dims], *outputs)
    return reshape(found, whole), reshape(places, whole)


_DOC = """The largest of each of `output_size` windows a dim at random places.

Parameters
----------
input : Tensor {0}
kernel_size : int or tuple of int
output_size : int or tuple of int, optional
output_ratio : float or tuple of float, optional
    The output size over that of the input, if it is not given.
return_indices : bool
    Whether the places of the largest elements are returned too.

Returns
-------
Tensor {0}, or a pair of them
    With `return_indices` the places, too.

References
----------
Graham 2014, "Fractional Max-Pooling", arXiv:1412.6071.
"""


def _fractional_max_pool(dims):
    name = f"fractional_max_pool{dims}d"

    def with_indices(
        input: Tensor,
        kernel_size: Dims,
        output_size: int | Sequence[int | None] | None = None,
        output_ratio: float | Sequence[float] | None = None,
        return_indices: bool = False,
        _random_samples: Tensor | None = None,
    ) -> tuple[Tensor, Tensor]:
        return _fractional(name, dims, input, kernel_size, output_size, output_ratio,
                           _random_samples)  # fmt: skip

    def function(
        input: Tensor,
        kernel_size: Dims,
        output_size: int | Sequence[int | None] | None = None,
        output_ratio: float | Sequence[float] | None = None,
        return_indices: bool = False,
        _random_samples: Tensor | None = None,
    ) -> Any:
        found = with_indices(input, kernel_size, output_size, output_ratio, True, _random_samples)
        return found if return_indices else found[0]

    named(with_indices, f"{name}_with_indices", f"`{name}`, and the places of the largest.")
    public("nn.functional")(named(function, name, _DOC.format(SHAPES[dims])))
    public("nn.functional")(with_indices)
    return function, with_indices


fractional_max_pool2d, fractional_max_pool2d_with_indices = _fractional_max_pool(2)
fractional_max_pool3d, fractional_max_pool3d_with_indices = _fractional_max_pool(3)
