"""Images seen through a grid of places, and grids of affine maps."""

import functools
import itertools
from typing import Any

import numpy as np

from ..declare import public
from ..errors import expected
from ..kernels.work.resampling import CUBIC, cubic_far, cubic_near
from . import mixing
from .arithmetic import where
from .creation import from_array, ones_like
from .joining import stack
from .requiring import check_tensor
from .widening import in_wide


def _corner(n, align_corners, dtype):
    """n places from -1 to 1: the centres of elements, or with `align_corners` the first to last."""
    if n == 1:
        return np.zeros(1, dtype)
    places = np.linspace(-1, 1, n, dtype=dtype)
    return places if align_corners else (places * (n - 1) / n).astype(dtype)


@public("nn.functional")
def affine_grid(theta, size, align_corners=None):
    """
    The grid of places that an affine map makes of those of an image, for `grid_sample`.

    Parameters
    ----------
    theta : Tensor (N, 2, 3) or (N, 3, 4)
    size : sequence of int
        (N, C, H, W) or (N, C, D, H, W) of the result of `grid_sample`.
    align_corners : bool
        Whether -1 and 1 are the centres of the first and the last element, and not their edges.

    Returns
    -------
    Tensor (N, H, W, 2) or (N, D, H, W, 3)
    """
    check_tensor("affine_grid", "theta", theta)
    if not theta.is_floating_point():
        raise ValueError(
            expected("affine_grid", "theta to have floating point type", repr(theta.dtype),
                     "theta.float()")
        )  # fmt: skip
    dims = len(size) - 2
    if dims not in (2, 3):
        raise NotImplementedError(
            expected("affine_grid", "size of 4 or 5 elements: affine_grid only supports 4D and 5D "
                     "sizes, for 2D and 3D affine transforms", str(tuple(size)), "(N, C, H, W)")
        )  # fmt: skip
    if tuple(theta.shape) != (size[0], dims, dims + 1):
        raise ValueError(
            expected("affine_grid", f"a batch of {dims}D affine matrices of shape "
                     f"({size[0]}, {dims}, {dims + 1}) for size {tuple(size)}",
                     f"{tuple(theta.shape)}", "another size")
        )  # fmt: skip
    if min(size) <= 0:
        raise ValueError(
            expected("affine_grid", "non-zero, positive output size", str(tuple(size)),
                     "(1, 1, 2, 2)")
        )  # fmt: skip
    if theta.spec.dtype.short:
        return in_wide(affine_grid, theta, size, align_corners)
    sides = [_corner(n, bool(align_corners), theta.dtype.name) for n in size[2:]]
    places = np.stack([*np.meshgrid(*sides, indexing="ij")[::-1], np.ones(size[2:])], -1)
    base = from_array(places.reshape(-1, dims + 1).astype(theta.dtype.name)).to(theta.device)
    return (base @ theta.mT).reshape(size[0], *size[2:], dims)


def _unnormalized(x, n, align_corners):
    """Places from -1 to 1 as numbers of elements."""
    return (x + 1) / 2 * (n - 1) if align_corners else ((x + 1) * n - 1) / 2


def _clipped(x, n):
    """Places within the elements; outside, and on the border, none hears of a gradient."""
    inside = (x > 0) & (x < n - 1)
    return where(inside, x, x.detach().nan_to_num(0.0).clamp(0, n - 1))


def _reflected(x, low, high):
    """Places mirrored at `low / 2` and `high / 2` until they lie between."""
    if low == high:
        return x * 0
    start, span = low / 2, (high - low) / 2
    away = (x - start).abs()
    turns = (away.detach() / span).floor()
    extra = away - turns * span
    odd = turns.remainder(2) == 1
    return where(odd, span - extra + start, extra + start)


def _placed(x, n, padding_mode, align_corners):
    """Where elements are read, by what lies outside."""
    if padding_mode == "border":
        return _clipped(x, n)
    if padding_mode == "reflection":
        ends = (0, 2 * (n - 1)) if align_corners else (-1, 2 * n - 1)
        return _clipped(_reflected(x, *ends), n)
    return x


def _numbers(extents, places):
    """Of whole places, one tensor a dim: the numbers of elements, and which of them are inside."""
    flat: Any = 0
    inside: Any = None
    for n, place in zip(extents, places, strict=True):
        here = (place >= 0) & (place < n)
        inside = here if inside is None else inside & here
        flat = flat * n + place.nan_to_num(0.0).clamp(0, n - 1).long()
    return flat, inside


def _read(rows, extents, places, lead):
    """The elements (N, C, windows) at whole places; zeros outside."""
    flat, inside = _numbers(extents, places)
    index = flat.reshape(lead[0], 1, -1).expand(*lead, -1)
    return where(inside.reshape(lead[0], 1, -1), rows.gather(2, index), 0.0)


def _weighted(rows, extents, parts, lead):
    """The sum of elements (N, C, windows) at whole places times weights; zeros outside."""
    if mixing.has_kernel(rows):
        found = [(*_numbers(extents, places), weight) for places, weight in parts]
        index = [where(inside, flat, -1).reshape(lead[0], -1) for flat, inside, _ in found]
        weights = [weight.reshape(lead[0], -1) for _, _, weight in found]
        return mixing.mixed(rows, stack(index, 1), stack(weights, 1))
    total = None
    for places, weight in parts:
        part = _read(rows, extents, places, lead) * weight.reshape(lead[0], 1, -1)
        total = part if total is None else total + part
    return total


def _linear(rows, extents, places, lead):
    """Weighted sums of the elements around, by distance."""
    low = [place.detach().floor() for place in places]
    parts = []
    for corner in itertools.product((0, 1), repeat=len(extents)):
        weight: Any = None
        for up, place, below in zip(corner, places, low, strict=True):
            own = place - below if up else below + 1 - place
            weight = own if weight is None else weight * own
        parts.append(([below + up for up, below in zip(corner, low, strict=True)], weight))
    return _weighted(rows, extents, parts, lead)


def _cubic_weights(t):
    """Those of the elements at -1, 0, 1 and 2 for a place at t in [0, 1]."""
    far, near = functools.partial(cubic_far, a=CUBIC), functools.partial(cubic_near, a=CUBIC)
    return far(t + 1), near(t), near(1 - t), far(2 - t)


def _bicubic(rows, extents, places, lead, padding_mode, align_corners):
    """Weighted sums of 4 x 4 elements, each of which may lie outside."""
    low = [place.detach().floor() for place in places]
    weights = [_cubic_weights(place - below) for place, below in zip(places, low, strict=True)]
    parts = []
    for i, k in itertools.product(range(4), repeat=2):
        here = [
            _placed(below + (step - 1), n, padding_mode, align_corners)
            for below, step, n in zip(low, (i, k), extents, strict=True)
        ]
        parts.append((here, weights[0][i] * weights[1][k]))
    return _weighted(rows, extents, parts, lead)


def _check(input, grid, mode, padding_mode):
    check_tensor("grid_sample", "input", input)
    check_tensor("grid_sample", "grid", grid)
    if mode not in ("bilinear", "nearest", "bicubic"):
        raise ValueError(
            expected("grid_sample", "mode to be 'bilinear', 'nearest' or 'bicubic'", repr(mode),
                     "'bilinear'")
        )  # fmt: skip
    if padding_mode not in ("zeros", "border", "reflection"):
        raise ValueError(
            expected("grid_sample", "padding_mode to be 'zeros', 'border', or 'reflection'",
                     repr(padding_mode), "'zeros'")
        )  # fmt: skip
    if input.dtype != grid.dtype:
        raise RuntimeError(
            expected("grid_sample", "input and grid to have the same dtype",
                     f"{input.dtype!r} and {grid.dtype!r}", "grid.to(input.dtype)")
        )  # fmt: skip
    dims = input.ndim - 2
    if dims not in (2, 3) or grid.ndim != input.ndim or (dims == 3 and mode == "bicubic"):
        raise RuntimeError(
            expected("grid_sample", "4D or 5D (but for bicubic) input and grid with same number of "
                     "dimensions", f"{list(input.shape)} and {list(grid.shape)}", "unsqueeze(0)")
        )  # fmt: skip
    if grid.shape[0] != input.shape[0] or grid.shape[-1] != dims:
        raise RuntimeError(
            expected("grid_sample", f"grid of batch {input.shape[0]} and size {dims} in last "
                     "dimension", str(list(grid.shape)), "another grid")
        )  # fmt: skip
    if 0 in input.shape[2:]:
        raise RuntimeError(
            expected("grid_sample", "input to have non-empty spatial dimensions",
                     str(list(input.shape)), "another input")
        )  # fmt: skip


@public("nn.functional")
def grid_sample(input, grid, mode="bilinear", padding_mode="zeros", align_corners=None):
    """
    The elements of images at the places of a grid.

    Parameters
    ----------
    input : Tensor (N, C, H, W) or (N, C, D, H, W)
    grid : Tensor (N, rows, columns, 2) or (N, layers, rows, columns, 3)
        Places x, y (and z): -1 is the left (upper, front) edge of the image, 1 the other one.
    mode : {"bilinear", "nearest", "bicubic"}
        How elements are found between those of the image.
    padding_mode : {"zeros", "border", "reflection"}
        What lies outside of it.
    align_corners : bool
        Whether -1 and 1 are the centres of the first and the last element, and not their edges.

    References
    ----------
    Jaderberg et al. 2015, "Spatial Transformer Networks", arXiv:1506.02025.
    """
    _check(input, grid, mode, padding_mode)
    align_corners, extents = bool(align_corners), tuple(input.shape[2:])
    lead = tuple(input.shape[:2])
    shape = (*lead, *grid.shape[1:-1])
    rows = input.reshape(*lead, -1)
    places = [
        _unnormalized(grid[..., len(extents) - 1 - d], n, align_corners)
        for d, n in enumerate(extents)
    ]
    if mode == "bicubic":
        out = _bicubic(rows, extents, places, lead, padding_mode, align_corners)
        return out.reshape(shape)
    places = [
        _placed(place, n, padding_mode, align_corners)
        for place, n in zip(places, extents, strict=True)
    ]
    if mode == "nearest":
        nearest = [x.detach().round() for x in places]
        return _weighted(rows, extents, [(nearest, ones_like(nearest[0]))], lead).reshape(shape)
    return _linear(rows, extents, places, lead).reshape(shape)


def _sampler(dims):
    """`grid_sample` of images with so many dims, whose modes are numbers."""

    def sampler(input, grid, interpolation_mode: int, padding_mode: int, align_corners: bool):
        if input.ndim != dims + 2:
            raise RuntimeError(
                expected(sampler.__name__, f"input of {dims + 2} dims", f"{input.ndim}",
                         "grid_sample()")
            )  # fmt: skip
        modes, frames = ("bilinear", "nearest", "bicubic"), ("zeros", "border", "reflection")
        mode, frame = modes[interpolation_mode], frames[padding_mode]
        return grid_sample(input, grid, mode, frame, align_corners)

    sampler.__name__ = f"grid_sampler_{dims}d"
    sampler.__doc__ = "`nn.functional.grid_sample` with modes and frames by their numbers."
    return public(sampler, method=False)


_sampler(2)
_sampler(3)
