"""Other extents for the last dims: each result is a few elements along a dim with weights."""

import functools
import math

import numpy as np

from ..declare import public
from ..errors import expected
from .copying import as_images
from .creation import from_array
from .parts import narrow
from .pooling import adaptive_avg_pool1d, adaptive_avg_pool2d, adaptive_avg_pool3d
from .requiring import check_tensor
from .views import reshape
from .widening import in_wide

CUBIC = -0.75  # the slope of the cubic kernel at a distance of 1


@functools.lru_cache(maxsize=256)
def nearest_taps(n, count, scale, exact, dtype):
    """The element that stands for each result: the one below, or the nearest one if `exact`."""
    scale = _step(n, count, False, scale, dtype)
    half = np.dtype(dtype).type(0.5)
    places = np.arange(count).astype(dtype)
    places = np.floor((places + half) * scale if exact else places * scale)
    return places.astype(np.int64).clip(0, n - 1)


def _step(n, count, align_corners, scale, dtype):
    """How far results are apart, in elements, as PyTorch rounds it."""
    kind = np.dtype(dtype).type
    if align_corners:
        return kind(n - 1) / kind(count - 1) if count > 1 else kind(0)
    return kind(1.0 / scale) if scale else kind(n) / kind(count)


@functools.lru_cache(maxsize=256)
def taps(kind, n, count, align_corners, scale, dtype):
    """The elements (count, taps) of which each result is made, and their weights."""
    step = _step(n, count, align_corners, scale, dtype)
    results = np.arange(count).astype(dtype)
    half = np.dtype(dtype).type(0.5)
    places = results * step if align_corners else (results + half) * step - half
    if kind == "linear":
        places = places.clip(0)
        low = np.floor(places).astype(np.int64).clip(0, n - 1)
        t = (places - low.astype(dtype)).clip(0, 1)
        return np.stack([low, (low + 1).clip(0, n - 1)], 1), np.stack([1 - t, t], 1)
    low = np.floor(places)
    t = (places - low).clip(0, 1)
    found = low.astype(np.int64)[:, None] + np.arange(-1, 3)
    distances = np.stack([t + 1, t, 1 - t, 2 - t], 1)
    return found.clip(0, n - 1), _cubic(distances, CUBIC).astype(dtype)


def cubic_near(x, a):
    """The kernel of cubic interpolation up to a distance of 1. Keys 1981."""
    return ((a + 2) * x - (a + 3)) * x * x + 1


def cubic_far(x, a):
    """The same from 1 to 2."""
    return ((x - 5) * x + 8) * x * a - 4 * a


def _cubic(x, a):
    x = np.abs(x)
    return np.where(x < 1, cubic_near(x, a), np.where(x < 2, cubic_far(x, a), 0))


def _triangle(x):
    return (1 - np.abs(x)).clip(0)


@functools.lru_cache(maxsize=256)
def smoothed_taps(kind, n, count, align_corners, scale, dtype):
    """Those of a window that grows with the step, so that all elements count: antialiasing."""
    step = _step(n, count, align_corners, scale, dtype)
    width, a = (2, None) if kind == "linear" else (4, -0.5)
    support = width / 2 * max(step, 1)
    centre = step * (np.arange(count) + 0.5)
    first = (centre - support + 0.5).astype(np.int64).clip(0)
    last = (centre + support + 0.5).astype(np.int64).clip(None, n)
    found = first[:, None] + np.arange(max(1, (last - first).max(initial=1)))
    distances = (found - centre[:, None] + 0.5) / max(step, 1)
    weights = _triangle(distances) if a is None else _cubic(distances, a)
    weights = np.where(found < last[:, None], weights, 0)
    total = weights.sum(1, keepdims=True)
    return found.clip(0, n - 1), (weights / np.where(total == 0, 1, total)).astype(dtype)


def pick(x, dim, places):
    """The elements of x at some places of a dim."""
    return x.index_select(dim, from_array(places).to(x.device))


def resample(x, dim, found, weights):
    """The sums over taps of the elements at `found` (count, taps) of a dim, times their weights.

    `dim` counts from the end.
    """
    count, each = found.shape
    shape = (each, *[1] * (-1 - dim))
    weights = from_array(np.ascontiguousarray(weights.T)).to(x.dtype).to(x.device)
    total = None
    for tap in range(each):
        part = pick(x, dim, np.ascontiguousarray(found[:, tap]))
        weight = reshape(narrow(weights, 0, tap, 1), (count, *shape[1:]))
        total = part * weight if total is None else total + part * weight
    return total


# ------------------------------------------------------------------ what users call

_MODES = {
    "nearest": (3, 4, 5), "nearest-exact": (3, 4, 5), "area": (3, 4, 5), "linear": (3,),
    "bilinear": (4,), "bicubic": (4,), "trilinear": (5,),
}  # fmt: skip
_AREA = {1: adaptive_avg_pool1d, 2: adaptive_avg_pool2d, 3: adaptive_avg_pool3d}


def _scales(dims, size, scale_factor):
    """Extents or None, and scales or None, one each a dim."""
    given = size if size is not None else scale_factor
    name = "size" if size is not None else "scale_factor"
    if (size is None) == (scale_factor is None):
        raise ValueError(
            expected("interpolate", "only one of size or scale_factor, either should be defined",
                     "none" if given is None else "both", "scale_factor=2")
        )  # fmt: skip
    if isinstance(given, tuple | list):
        if len(given) != dims:
            raise ValueError(
                expected("interpolate", f"Input and output must have the same number of spatial "
                         f"dimensions: {name} of {dims}", f"{tuple(given)}", "one number")
            )  # fmt: skip
    else:
        given = (given,) * dims
    for n in given:
        if size is not None and (isinstance(n, bool) or not hasattr(n, "__index__")):
            raise TypeError(expected("interpolate", "size to be an int", repr(n), "scale_factor="))
    return (tuple(given), None) if size is not None else (None, tuple(map(float, given)))


def _check_mode(input, mode, align_corners, antialias):
    check_tensor("interpolate", "input", input)
    if mode not in _MODES:
        raise NotImplementedError(
            expected("interpolate", f"mode to be one of {', '.join(_MODES)}", repr(mode),
                     "'nearest'")
        )  # fmt: skip
    if input.ndim not in _MODES[mode]:
        raise NotImplementedError(
            expected("interpolate", f"Input of {' or '.join(f'{n}D' for n in _MODES[mode])} for "
                     f"mode {mode!r}", f"{input.ndim}D input", "another mode")
        )  # fmt: skip
    if align_corners is not None and mode in ("nearest", "nearest-exact", "area"):
        raise ValueError(
            "interpolate: align_corners option can only be set with the interpolating modes: "
            f"linear | bilinear | bicubic | trilinear; expected None; got {align_corners}; try None"
        )
    if antialias and mode not in ("bilinear", "bicubic"):
        raise ValueError(
            "interpolate: Anti-alias option is restricted to bilinear and bicubic modes and "
            f"requires a 4-D tensor as input; expected one of them; got {mode!r}; try 'bilinear'"
        )
    if 0 in input.shape[1:]:
        raise RuntimeError(
            expected("interpolate", "non-empty dims but for the batch", str(list(input.shape)),
                     "another input")
        )  # fmt: skip


@public("nn.functional")
def interpolate(input, size=None, scale_factor=None, mode="nearest", align_corners=None,
                recompute_scale_factor=None, antialias=False):  # fmt: skip
    """
    The input with other extents of its last one to three dims.

    Parameters
    ----------
    input : Tensor (N, C, L), (N, C, H, W) or (N, C, D, H, W)
    size : int or tuple of int, optional
        The new extents.
    scale_factor : float or tuple of float, optional
        The new extents over the old ones, if `size` is not given.
    mode : str
        "nearest", "nearest-exact", "linear", "bilinear", "bicubic", "trilinear" or "area".
    align_corners : bool, optional
        Whether the centres of the first and last elements stay where they are, and not the edges.
    recompute_scale_factor : bool, optional
        Whether the scale is found from the extents, where `scale_factor` is given.
    antialias : bool
        Whether all elements count when "bilinear" or "bicubic" makes an image smaller.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.functional.interpolate(tl.tensor([[[0.0, 2.0]]]), scale_factor=2, mode="linear")
    tensor([[[0.0000, 0.5000, 1.5000, 2.0000]]])
    """
    _check_mode(input, mode, align_corners, antialias)
    dims = input.ndim - 2
    extents = tuple(input.shape[2:])
    sizes, scales = _scales(dims, size, scale_factor)
    if recompute_scale_factor and sizes is not None:
        raise ValueError(
            "interpolate: recompute_scale_factor is not meaningful with an explicit size; expected "
            "scale_factor; got size; try recompute_scale_factor=None"
        )
    if sizes is None:
        sizes = tuple(math.floor(n * s) for n, s in zip(extents, scales, strict=True))
    if scales is None or recompute_scale_factor:
        scales = (None,) * dims
    if min(sizes) < 1:
        raise RuntimeError(
            expected("interpolate", "Input and output sizes should be greater than 0",
                     f"{extents} to {tuple(sizes)}", "a larger size")
        )  # fmt: skip
    if mode == "area":
        return _AREA[dims](input, sizes)
    return as_images(_resampled(input, sizes, scales, mode, bool(align_corners), antialias), input)


def _resampled(input, sizes, scales, mode, align_corners, antialias):
    """One dim after the other, the last one first."""
    if input.spec.dtype.short:
        return in_wide(_resampled, input, sizes, scales, mode, align_corners, antialias)
    kind = input.dtype.name if input.is_floating_point() else "float32"
    x = input
    for dim in range(-1, -1 - len(sizes), -1):
        n, count, scale = input.shape[dim], int(sizes[dim]), scales[dim]
        if mode.startswith("nearest"):
            places = nearest_taps(n, count, scale, mode != "nearest", kind)
            x = pick(x, dim, places)
            continue
        if not input.is_floating_point():
            raise NotImplementedError(
                expected("interpolate", f"a floating point tensor for mode {mode!r}",
                         repr(input.dtype), "input.float()")
            )  # fmt: skip
        method = "cubic" if mode == "bicubic" else "linear"
        find = smoothed_taps if antialias else taps
        x = resample(x, dim, *find(method, n, count, align_corners, scale, kind))
    return x


@public("nn.functional")
def upsample(input, size=None, scale_factor=None, mode="nearest", align_corners=None):
    """`interpolate` under its older name."""
    return interpolate(input, size, scale_factor, mode, align_corners)


@public("nn.functional")
def upsample_nearest(input, size=None, scale_factor=None):
    """`interpolate` with mode "nearest"."""
    return interpolate(input, size, scale_factor, "nearest")


@public("nn.functional")
def upsample_bilinear(input, size=None, scale_factor=None):
    """`interpolate` with mode "bilinear" and align_corners=True."""
    return interpolate(input, size, scale_factor, "bilinear", True)
