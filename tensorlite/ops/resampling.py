"""Other extents for the last dims: each result is a few elements along a dim with weights."""

import math
from collections.abc import Sequence

import numpy as np

from .. import dtypes
from ..annotations import Dims
from ..declare import primitive, public
from ..dispatch import apply
from ..errors import expected
from ..kernels.work.resampling import LINE, Axis, nearest_taps
from ..tensor import CPU, Tensor, empty_shape
from .copying import as_images
from .creation import from_array
from .pooling import adaptive_avg_pool1d, adaptive_avg_pool2d, adaptive_avg_pool3d
from .requiring import check_tensor, has_kernel
from .slicing import narrow
from .views import reshape
from .widening import in_wide


def pick(x, dim, places):
    """The elements of x at some places of a dim."""
    return x.index_select(dim, from_array(places).to(x.device))


def _has_kernel(x, axes):
    """Whether the dims of x that are to change have a kernel which takes them all at once."""
    return has_kernel(x) and axes[-1].extent <= LINE


@primitive
def _resample(x, *, axes):
    """The last three dims of x with other extents."""
    out = empty_shape((*x.spec.shape[:-3], *(axis.count for axis in axes)), x.spec.dtype, CPU)
    return _launched(x, out, axes, False)


@_resample.grad("x")
def _resample_grad_x(g, *, axes):
    return apply(_resample_back, g, axes=axes)


@primitive
def _resample_back(x, *, axes):
    """Each element of x, weighted, added to the elements of which it would be made."""
    out = empty_shape((*x.spec.shape[:-3], *(axis.extent for axis in axes)), x.spec.dtype, CPU)
    return _launched(x, out, axes, True)


@_resample_back.grad("x")
def _resample_back_grad_x(g, *, axes):
    return apply(_resample, g, axes=axes)


def _launched(x, out, axes, back):
    if out.spec.numel:
        planes = math.prod(x.spec.shape[:-3])
        launch = out.spec.device.kernels.resampling.launch(x.spec.dtype.name, planes, axes, back)
        launch(x.contiguous(), out)
    return out


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


@public("nn.functional", rehearsed=True)
def interpolate(
    input: Tensor,
    size: Dims | None = None,
    scale_factor: float | Sequence[float] | None = None,
    mode: str = "nearest",
    align_corners: bool | None = None,
    recompute_scale_factor: bool | None = None,
    antialias: bool = False,
) -> Tensor:
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
    x, kind = input, input.dtype.name if input.is_floating_point() else "float32"
    dims = range(-1, -1 - len(sizes), -1)
    if mode.startswith("nearest"):
        for dim in dims:
            n, count, exact = input.shape[dim], int(sizes[dim]), mode != "nearest"
            x = pick(x, dim, nearest_taps(n, count, scales[dim], exact, kind))
        return x
    bytewise = input.spec.dtype is dtypes.uint8 and mode in ("bilinear", "bicubic")
    if not (bytewise or input.is_floating_point()):
        raise NotImplementedError(
            expected("interpolate", f"a floating point tensor for mode {mode!r}",
                     repr(input.dtype), "input.float()")
        )  # fmt: skip
    method = "cubic" if mode == "bicubic" else "linear"
    axes = [Axis(input.shape[dim], int(sizes[dim]), method, align_corners, scales[dim], antialias)
            for dim in reversed(dims)]  # fmt: skip
    if bytewise:
        return _of_bytes(input, axes, dims)
    if _has_kernel(x, axes):
        lead, missing = input.shape[: -len(axes)], 3 - len(axes)
        shape = (*lead, *[1] * missing, *input.shape[-len(axes) :])
        out = apply(_resample, reshape(x, shape), axes=(*[Axis()] * missing, *axes))
        return reshape(out, (*lead, *(axis.count for axis in axes)))
    for dim in dims:
        x = resample(x, dim, *axes[dim].taps(kind))
    return x


def _of_bytes(image, axes, dims):
    """Bytes of an image, which are bytes again after each dim, as where images are files."""
    for dim in dims:
        found = resample(image.float(), dim, *axes[dim].taps("float32"))
        image = (found + 0.5).floor().clamp(0, 255).to(dtypes.uint8)
    return image


@public("nn.functional", rehearsed=True)
def upsample(
    input: Tensor,
    size: Dims | None = None,
    scale_factor: float | Sequence[float] | None = None,
    mode: str = "nearest",
    align_corners: bool | None = None,
) -> Tensor:
    """`interpolate` under its older name."""
    return interpolate(input, size, scale_factor, mode, align_corners)


@public("nn.functional")
def upsample_nearest(
    input: Tensor, size: Dims | None = None, scale_factor: float | Sequence[float] | None = None
) -> Tensor:
    """`interpolate` with mode "nearest"."""
    return interpolate(input, size, scale_factor, "nearest")


@public("nn.functional")
def upsample_bilinear(
    input: Tensor, size: Dims | None = None, scale_factor: float | Sequence[float] | None = None
) -> Tensor:
    """`interpolate` with mode "bilinear" and align_corners=True."""
    return interpolate(input, size, scale_factor, "bilinear", True)
