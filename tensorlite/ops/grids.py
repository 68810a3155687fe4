"""Images seen through a grid of places, and grids of affine maps."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from ..declare import public
from ..errors import expected
from ..kernels.scalars import detach, fabs, floor, rint
from ..kernels.work.resampling import CUBIC, cubic_far, cubic_near
from ..op import Elementwise
from ..tensor import Tensor
from . import mixing
from .choice import where
from .creation import from_array, on_device, ones_like
from .requiring import check_tensor, has_kernel
from .slicing import select
from .views import reshape
from .widening import in_wide


def _corner(n, align_corners, dtype):
    """n places from -1 to 1: the centres of elements, or with `align_corners` the first to last."""
    if n == 1:
        return np.zeros(1, dtype)
    places = np.linspace(-1, 1, n, dtype=dtype)
    return places if align_corners else (places * (n - 1) / n).astype(dtype)


@public("nn.functional", rehearsed=True)
def affine_grid(theta: Tensor, size: Sequence[int], align_corners: bool | None = None) -> Tensor:
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


# ------------------------------------------------------------------ of one axis, as scalars

MODES = "bilinear", "nearest", "bicubic"
FRAMES = "zeros", "border", "reflection"  # what lies outside


def _unnormalized(x, n, corners):
    """A place from -1 to 1 as a number of elements."""
    return (x + 1) / 2 * (n - 1) if corners > 0 else ((x + 1) * n - 1) / 2


def _clipped(x, n):
    """A place within the elements; outside, and on the border, none hears of a gradient."""
    outside = detach(n - 1) if x >= n - 1 else detach(n * 0)  # that of NaN is 0
    return x if x > 0 and x < n - 1 else outside


def _mirrored(x, n, corners):
    """A place mirrored at the edges, or the centres, of the first and the last element."""
    start = 0 if corners > 0 else -0.5
    span = n - 1 if corners > 0 else n
    away = fabs(x - start)
    turns = floor(detach(away) / span) if span > 0 else detach(away) * 0
    extra = away - turns * span
    folded = span - extra + start if turns - 2 * floor(turns / 2) == 1 else extra + start
    return folded if span > 0 else x * 0


def _reflected(x, n, corners):
    return _clipped(_mirrored(x, n, corners), n)


def _inside(at, n):
    """The number of an element, or -1."""
    return at if at >= 0 and at < n else -1


def _place_bordered(x, n, corners):
    return _clipped(_unnormalized(x, n, corners), n)


def _place_reflected(x, n, corners):
    return _reflected(_unnormalized(x, n, corners), n, corners)


def _element(step, place, n, corners):
    """The number of an element so many steps from the one below a place."""
    return _inside(floor(place) + step, n)


def _element_bordered(step, place, n, corners):
    return _inside(_clipped(floor(place) + step, n), n)


def _element_reflected(step, place, n, corners):
    return _inside(_reflected(floor(place) + step, n, corners), n)


def _element_nearest(step, place, n, corners):
    return _inside(rint(place), n)


def _beyond(row, place, n):
    """The number of an element by that of its row; -1 if either is outside."""
    return -1 if row < 0 or place < 0 else row * n + place


def _near(place, step):
    """What the elements below (step 0) and above (1) count for a place between."""
    below = floor(detach(place))
    return place - below if step > 0 else below + 1 - place


def _cubic(place, step):
    """What the elements at -1, 0, 1 and 2 from the one below count."""
    away = fabs(place - floor(detach(place)) - step)
    return cubic_near(away, CUBIC) if step * (step - 1) == 0 else cubic_far(away, CUBIC)


def _by_frame(kind, *functions):
    return {frame: Elementwise(f, kind) for frame, f in zip(FRAMES, functions, strict=True)}


_PLACES = _by_frame("same", _unnormalized, _place_bordered, _place_reflected)
_ELEMENTS = _by_frame("first", _element, _element_bordered, _element_reflected)
_NEAREST, _BEYOND = Elementwise(_element_nearest, "first"), Elementwise(_beyond, "same")
_NEAR, _CUBIC = Elementwise(_near, "same"), Elementwise(_cubic, "same")


# ------------------------------------------------------------------ images


def _steps(steps, axis, dims, dtype, device):
    """The steps along one of some axes beside places (N, taps along each axis, P)."""
    beside = np.array(steps, dtype).reshape(-1, *[1] * (dims - axis))
    return on_device(from_array(beside), device)


def _weighted(rows, index, weight):
    """Sums (N, C, P) of elements of rows (N, C, inside) of which `index` (N, K, P) is not -1."""
    if has_kernel(rows):
        return mixing.mixed(rows, index, weight)
    total = None
    for tap in range(index.shape[1]):
        here, own = index[:, tap : tap + 1], weight[:, tap : tap + 1]
        read = rows.gather(2, here.clamp(min=0).expand(*rows.shape[:2], -1))
        part = where(here >= 0, read, 0.0) * own
        total = part if total is None else total + part
    return total


def _check(input, grid, mode, padding_mode):
    check_tensor("grid_sample", "input", input)
    check_tensor("grid_sample", "grid", grid)
    if mode not in MODES:
        raise ValueError(
            expected("grid_sample", "mode to be 'bilinear', 'nearest' or 'bicubic'", repr(mode),
                     "'bilinear'")
        )  # fmt: skip
    if padding_mode not in FRAMES:
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


@public("nn.functional", rehearsed=True)
def grid_sample(
    input: Tensor,
    grid: Tensor,
    mode: str = "bilinear",
    padding_mode: str = "zeros",
    align_corners: bool | None = None,
) -> Tensor:
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
    lead, extents = input.spec.shape[:2], input.spec.shape[2:]
    dims, device, kind = len(extents), input.device, input.dtype.name
    cubic, corners = mode == "bicubic", float(bool(align_corners))
    steps = (-1, 0, 1, 2) if cubic else (0,) if mode == "nearest" else (0, 1)
    find_place = _PLACES["zeros" if cubic else padding_mode]  # cubic: each tap may lie outside
    find = _NEAREST if mode == "nearest" else _ELEMENTS[padding_mode if cubic else "zeros"]
    share = _CUBIC if cubic else _NEAR
    index: Any = None
    weight: Any = None
    for axis, n in enumerate(extents):
        place = select(grid, -1, dims - 1 - axis)  # x of the last axis comes first
        place = find_place(reshape(place, lead[0], *[1] * dims, -1), n, corners)
        element = find(_steps(steps, axis, dims, np.int64, device), place, n, corners)
        if mode == "nearest":
            own = ones_like(place)
        else:
            own = share(place, _steps(steps, axis, dims, kind, device))
        index = element if index is None else _BEYOND(index, element, n)
        weight = own if weight is None else weight * own
    taps = len(steps) ** dims
    index, weight = (reshape(x, lead[0], taps, -1) for x in (index, weight))
    rows = reshape(input, *lead, -1)
    return reshape(_weighted(rows, index, weight), *lead, *grid.spec.shape[1:-1])


def _sampler(dims):
    """`grid_sample` of images with so many dims, whose modes are numbers."""

    def sampler(
        input: Tensor, grid: Tensor, interpolation_mode: int, padding_mode: int, align_corners: bool
    ) -> Tensor:
        if input.ndim != dims + 2:
            raise RuntimeError(
                expected(sampler.__name__, f"input of {dims + 2} dims", f"{input.ndim}",
                         "grid_sample()")
            )  # fmt: skip
        mode, frame = MODES[interpolation_mode], FRAMES[padding_mode]
        return grid_sample(input, grid, mode, frame, align_corners)

    sampler.__name__ = f"grid_sampler_{dims}d"
    sampler.__doc__ = "`nn.functional.grid_sample` with modes and frames by their numbers."
    return public(sampler, method=False)


_sampler(2)
_sampler(3)
